package io.chatsphere.application.presence.live;

import io.chatsphere.application.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that goes when a test says so, for both kinds of clocks and for whoever waits. Everything runs on the test's thread. */
final class TestTime {
    private static final Duration STEP = Duration.ofMillis(500);

    private final MovableClock clock = new MovableClock();
    private final List<Runnable> waiting = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - Duration.ofSeconds(2).toNanos();

    MovableClock clock() {
        return clock;
    }

    long nanos() {
        return nanos;
    }

    Rhythm rhythm() {
        return new Rhythm(this::nanos, Runnable::run, waiting::add);
    }

    /** Lets time pass half a second at a time. */
    void pass(Duration time) {
        for (Duration left = time; left.isPositive(); left = left.minus(STEP)) {
            nanos += STEP.toNanos();
            clock.advance(STEP);
            List<Runnable> due = List.copyOf(waiting);
            waiting.clear();
            due.forEach(Runnable::run);
        }
    }
}
