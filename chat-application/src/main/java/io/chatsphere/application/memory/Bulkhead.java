package io.chatsphere.application.memory;

import io.chatsphere.domain.error.ChatException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many calls run at once, so many more wait in order for a bounded time, and refuses all others. Thread-safe. */
final class Bulkhead {
    private final Semaphore admitted;
    private final Semaphore running;
    private final Duration patience;

    Bulkhead(int running, int waiting, Duration patience) {
        this.running = new Semaphore(running, true);
        this.admitted = new Semaphore(running + waiting);
        this.patience = patience;
    }

    /**
     * Runs {@code work} on this thread.
     *
     * @throws ChatException.Unavailable if too many wait already, or the wait is too long or interrupted
     */
    <T> T run(Supplier<T> work) {
        if (!admitted.tryAcquire()) {
            throw new ChatException.Unavailable();
        }
        try {
            return runInTurn(work);
        } finally {
            admitted.release();
        }
    }

    private <T> T runInTurn(Supplier<T> work) {
        if (!waitForTurn()) {
            throw new ChatException.Unavailable();
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }

    private boolean waitForTurn() {
        try {
            return running.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
