package io.chatsphere.bootstrap.load.run;

import io.chatsphere.bootstrap.load.wire.LoadException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself. */
public final class Quiet {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private Quiet() {}

    /** Whether it came true in time. */
    public static boolean await(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            pause(LOOK_AGAIN);
        }
        return true;
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadException("The load test was interrupted.", e);
        }
    }
}
