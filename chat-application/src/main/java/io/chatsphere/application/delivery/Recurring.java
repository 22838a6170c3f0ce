package io.chatsphere.application.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits before each run of a step, give or take 15 %, so that nodes that started together do not ask the store together for
 * ever.
 */
record Recurring(Later later, Duration interval, Runnable step) {
    /** Runs the step once, when it is time. */
    void next() {
        long millis = interval.toMillis();
        long spread = Math.max(1, millis * 15 / 100);
        long delay = Math.max(1, millis - spread + ThreadLocalRandom.current().nextLong(2 * spread));
        later.after(Duration.ofMillis(delay), step);
    }
}
