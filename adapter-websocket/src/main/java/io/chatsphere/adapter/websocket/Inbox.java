package io.chatsphere.adapter.websocket;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one connection that have arrived and are not handled yet, in order and bounded: when it is full, no more are
 * read from the connection, and the network holds the sender back. One worker at a time empties it. Thread-safe.
 */
final class Inbox {
    /** So many characters wait at most, give or take one message. */
    private static final int MAX_CHARS = 256 << 10;

    private final int bound;
    private final Runnable startWorker;
    private final Runnable demand;
    private List<String> waiting = List.of();
    private int chars;
    private boolean working;
    private boolean paused;
    private boolean closed;

    /**
     * @param startWorker runs a worker, which calls {@link #take} once and, if it got something, {@link #next}
     * @param demand asks the connection for one more message
     */
    Inbox(int bound, Runnable startWorker, Runnable demand) {
        this.bound = bound;
        this.startWorker = startWorker;
        this.demand = demand;
    }

    /** Starts the worker with nothing in the box yet: there is something to do before the first message. */
    void open() {
        synchronized (this) {
            working = true;
        }
        startWorker.run();
    }

    /** Adds a message and asks for the next one if there is room for it. */
    void add(String message) {
        boolean start;
        boolean more;
        synchronized (this) {
            start = !working && !closed;
            working |= start;
            if (!closed) {
                keep(message);
            }
            more = waiting.size() < bound && chars < MAX_CHARS;
            paused = !more;
        }
        if (start) {
            startWorker.run();
        }
        if (more) {
            demand.run();
        }
    }

    private void keep(String message) {
        if (waiting.isEmpty()) {
            waiting = new ArrayList<>(4);
        }
        waiting.add(message);
        chars += message.length();
    }

    /** The worker is done with what it took: starts another if more has arrived meanwhile. */
    void next() {
        boolean start;
        synchronized (this) {
            working = !waiting.isEmpty();
            start = working;
        }
        if (start) {
            startWorker.run();
        }
    }

    /** All that has arrived; if that is nothing, the worker's work is over. */
    List<String> take() {
        List<String> taken;
        boolean resume;
        synchronized (this) {
            taken = waiting;
            waiting = List.of();
            chars = 0;
            working = !taken.isEmpty();
            resume = paused;
            paused = false;
        }
        if (resume) {
            demand.run();
        }
        return taken;
    }

    /** Drops what waits and whatever still comes; the connection is read on, so that its end is seen. Idempotent. */
    void close() {
        boolean resume;
        synchronized (this) {
            closed = true;
            waiting = List.of();
            chars = 0;
            resume = paused;
            paused = false;
        }
        if (resume) {
            demand.run();
        }
    }

    /** Whether no worker is at work. */
    synchronized boolean isIdle() {
        return !working;
    }
}
