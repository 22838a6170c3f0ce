package io.chatsphere.application.delivery;

import io.chatsphere.domain.error.ChatException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads the store for feeds, a few reads at once, so that who follows very many rooms does not take all of it. Thread-safe. */
final class StoreReads {
    private static final System.Logger LOG = System.getLogger(StoreReads.class.getName());
    private static final int AT_ONCE = 4;

    private final Executor executor;
    private final String what;
    private final Semaphore permits = new Semaphore(AT_ONCE);

    /** @param what names what is read, for the log */
    StoreReads(Executor executor, String what) {
        this.executor = executor;
        this.what = what;
    }

    /** Asks and hands on the answer: empty if the store gives none, or a wrong one; whoever needs it asks again later. */
    <T> void read(Supplier<T> question, Consumer<Optional<T>> then) {
        executor.execute(() -> then.accept(answer(question)));
    }

    private <T> Optional<T> answer(Supplier<T> question) {
        permits.acquireUninterruptibly();
        try {
            return Optional.of(question.get());
        } catch (ChatException.Unavailable e) {
            LOG.log(System.Logger.Level.WARNING, "{0} are read later: the store is away", what);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, what + " cannot be read", e);
        } finally {
            permits.release();
        }
        return Optional.empty();
    }
}
