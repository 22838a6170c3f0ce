package io.chatsphere.application.login;

import io.chatsphere.application.id.Ids;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.login.LoginRepository;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Forgets logins and tickets that are long over, from time to time, on one virtual thread that ends with it. Thread-safe. */
public final class Housekeeping implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());

    private final LoginRepository logins;
    private final Ids ids;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Not begun yet.
     *
     * @param interval between two times; the first is after a sixtieth of it, for programs that never run for so long
     */
    public Housekeeping(LoginRepository logins, Ids ids, Duration interval) {
        this.logins = logins;
        this.ids = ids;
        this.interval = interval;
    }

    /** Begins. */
    public void open() {
        Thread.startVirtualThread(this::run);
    }

    /** Ends; idempotent. What is under way comes to its end. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void run() {
        try {
            Duration next = interval.dividedBy(60);
            while (!closed.await(next.toNanos(), TimeUnit.NANOSECONDS)) {
                purge();
                next = interval;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void purge() {
        try {
            logins.purge(ids.now());
        } catch (ChatException.Unavailable e) {
            LOG.log(System.Logger.Level.WARNING, "old logins could not be forgotten; the next time makes up for it");
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "forgetting old logins failed", e);
        }
    }
}
