package io.chatsphere.bootstrap.load.run;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long things took, in microseconds, to three digits. Acknowledgements and deliveries count when the message was due in
 * the time that is measured. Thread-safe.
 */
public final class Latencies {
    private static final long LONGEST = TimeUnit.HOURS.toMicros(1);
    private static final int DIGITS = 3;

    private final AtomicHistogram acknowledgements = new AtomicHistogram(LONGEST, DIGITS);
    private final AtomicHistogram deliveries = new AtomicHistogram(LONGEST, DIGITS);
    private final AtomicHistogram connects = new AtomicHistogram(LONGEST, DIGITS);
    private final AtomicHistogram lateness = new AtomicHistogram(LONGEST, DIGITS);
    private volatile long from = Long.MAX_VALUE;
    private volatile long to = Long.MAX_VALUE;

    /** What is due between these is measured; nothing before this is called. */
    void measure(long begin, long end) {
        to = end;
        from = begin;
    }

    void acknowledged(long due, long now) {
        record(acknowledgements, due, now);
    }

    void delivered(long due, long now) {
        record(deliveries, due, now);
    }

    /** The tester itself was late by so much. */
    void late(long due, long now) {
        record(lateness, due, now);
    }

    void connected(long begun, long now) {
        connects.recordValue(micros(begun, now));
    }

    private void record(AtomicHistogram histogram, long due, long now) {
        long begin = from;
        if (begin != Long.MAX_VALUE && due - begin >= 0 && due - to < 0) {
            histogram.recordValue(micros(due, now));
        }
    }

    private static long micros(long from, long to) {
        return Math.clamp(TimeUnit.NANOSECONDS.toMicros(to - from), 0, LONGEST);
    }

    /** From when a message was due until its sender knew that it is stored. */
    public Histogram acknowledgements() {
        return acknowledgements.copy();
    }

    /** From when a message was due until one connection had it. */
    public Histogram deliveries() {
        return deliveries.copy();
    }

    /** From the attempt until the server said welcome. */
    public Histogram connects() {
        return connects.copy();
    }

    /** How late the tester itself gave messages to their connections. */
    public Histogram lateness() {
        return lateness.copy();
    }
}
