package io.chatsphere.application.delivery;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what the calling thread allocates, which the machine's pace has no part in. */
final class AllocatedBytes {
    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 20;
    private static final int TIMES = 50;

    /** So often is the work run in all. */
    static final int RUNS = WARM_UP + ROUNDS * TIMES;

    private AllocatedBytes() {}

    /** The least that one run of {@code work} allocated: lists that grow and classes that load come on top now and then. */
    static long of(Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < TIMES; i++) {
                work.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least / TIMES;
    }
}
