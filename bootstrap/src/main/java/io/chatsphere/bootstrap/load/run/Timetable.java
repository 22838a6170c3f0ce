package io.chatsphere.bootstrap.load.run;

import java.time.Duration;

/**
 * When each message of an open loop is due, from the beginning on fixed: what is late does not move what follows. Times are
 * nanoseconds.
 */
record Timetable(double rate, long start, Duration length) {
    private static final double SECOND = 1e9;

    /** When message {@code number}, counted from 0, is due. */
    long due(int number) {
        return start + (long) (number * (SECOND / rate));
    }

    /** How many messages are due before the end. */
    int messages() {
        return (int) Math.ceil(length.toNanos() * (rate / SECOND));
    }
}
