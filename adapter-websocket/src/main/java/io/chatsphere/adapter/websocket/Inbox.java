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
     * @param startWorker runs a worker, which calls {@link #take} until it gets nothing
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
        synchronized (this) {
            if (!closed) {
                if (waiting.isEmpty()) {
                    waiting = new ArrayList<>(4);
                }
                waiting.add(message);
                chars += message.length();
            }
            start = !working && !closed;
            working |= start;
            paused = waiting.size() >= bound || chars >= MAX_CHARS;
            if (paused) {
                return;
            }
        }
        if (start) {
            startWorker.run();
        }
        demand.run();
    }

    /** All that has arrived; nothing means that the worker's work is over. */
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
        synchronized (this) {
            closed = true;
        }
        take();
    }
}
