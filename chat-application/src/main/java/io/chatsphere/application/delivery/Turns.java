package io.chatsphere.application.delivery;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs steps one at a time, in the order in which they were added, on whatever thread the executor has: what a feed is made of
 * needs no lock. Steps that were added meanwhile belong to the same turn, so that what they send goes out together.
 */
public final class Turns {
    /** After so many steps others get the thread. */
    private static final int LONGEST_TURN = 1_024;

    private static final System.Logger LOG = System.getLogger(Turns.class.getName());

    private final Executor executor;
    private final Runnable endOfTurn;
    private final Queue<Runnable> steps;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Begins without steps.
     *
     * @param endOfTurn runs behind the steps of each turn, on the same thread
     */
    public Turns(Executor executor, Runnable endOfTurn) {
        this(executor, endOfTurn, new ConcurrentLinkedQueue<>());
    }

    /** With a queue of the test's, which may let others run between any two actions. */
    Turns(Executor executor, Runnable endOfTurn, Queue<Runnable> steps) {
        this.executor = executor;
        this.endOfTurn = endOfTurn;
        this.steps = steps;
    }

    /** Adds a step; returns at once. Thread-safe. */
    public void add(Runnable step) {
        // Counted before it can be polled: or a turn could take it, find the count too low and begin a second turn
        // beside.
        boolean first = waiting.getAndIncrement() == 0;
        steps.add(step);
        if (first) {
            executor.execute(this::turn);
        }
    }

    /** About how many steps wait. */
    public int waiting() {
        return waiting.get();
    }

    private void turn() {
        int done = 0;
        for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
            run(step);
            done++;
            if (done == LONGEST_TURN) {
                break;
            }
        }
        run(endOfTurn);
        if (waiting.addAndGet(-done) != 0) {
            executor.execute(this::turn);
        }
    }

    /** A defect in one step must not stop the feed for everybody. */
    private static void run(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.ERROR, "a step of live delivery failed", e);
        }
    }
}
