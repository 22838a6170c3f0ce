package io.chatsphere.application.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs a step once some time has gone by: how this package waits, so that a test can be the one who lets time go by. */
@FunctionalInterface
interface Later {
    /** Runs {@code step} after {@code delay}, at most once; returns at once. */
    void after(Duration delay, Runnable step);

    /** By the machine's monotonic clock, on threads of {@code executor}. */
    static Later on(Executor executor) {
        return (delay, step) -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, executor)
                .execute(step);
    }
}
