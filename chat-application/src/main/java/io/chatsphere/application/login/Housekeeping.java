package io.chatsphere.application.login;

import io.chatsphere.application.id.Ids;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.login.LoginRepository;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Forgets logins and tickets that are long over, from time to time. Thread-safe; keeps no thread while it waits. */
public final class Housekeeping implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());

    private final LoginRepository logins;
    private final Ids ids;
    private final Duration interval;
    private CompletableFuture<Void> timer = CompletableFuture.completedFuture(null);
    private boolean closed;

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
        schedule(interval.dividedBy(60));
    }

    /** Ends; idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel(false);
    }

    private synchronized void schedule(Duration delay) {
        if (!closed) {
            // A timer of its own, so that closing also frees what waits in the JDK's.
            timer = new CompletableFuture<Void>().completeOnTimeout(null, delay.toMillis(), TimeUnit.MILLISECONDS);
            timer.thenRunAsync(this::run, Thread::startVirtualThread);
        }
    }

    private void run() {
        try {
            logins.purge(ids.now());
        } catch (ChatException.Unavailable e) {
            LOG.log(System.Logger.Level.WARNING, "old logins could not be forgotten; the next time makes up for it");
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "forgetting old logins failed", e);
        }
        schedule(interval);
    }
}
