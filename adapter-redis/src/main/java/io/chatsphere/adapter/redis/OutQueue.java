package io.chatsphere.adapter.redis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be sent to other nodes, bounded. When it is full the oldest goes: behind the newest nudge a follower reads
 * whatever is missing at once, while the loss of the last one of a burst would stay unseen until the sweep. Thread-safe;
 * closed until {@link #open}.
 */
final class OutQueue {
    static final int MAX_MESSAGES = 10_000;
    static final long MAX_BYTES = 32L << 20;
    private static final int MAX_BATCH = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private final LongAdder dropped = new LongAdder();
    private long bytes;
    private volatile boolean open;

    /** A message and where it goes. */
    static final class Outgoing {
        final byte[] channel;
        final byte[] message;

        Outgoing(byte[] channel, byte[] message) {
            this.channel = channel;
            this.message = message;
        }

        int size() {
            return channel.length + message.length;
        }
    }

    boolean isOpen() {
        return open;
    }

    void open() {
        open = true;
    }

    /** Drops what waits and takes no more. */
    void close() {
        lock.lock();
        try {
            open = false;
            dropped.add(waiting.size());
            waiting.clear();
            bytes = 0;
        } finally {
            lock.unlock();
        }
    }

    /** Adds at the end, or drops while closed. */
    void add(Outgoing message) {
        lock.lock();
        try {
            if (!open) {
                dropped.increment();
                return;
            }
            waiting.add(message);
            bytes += message.size();
            while (waiting.size() > MAX_MESSAGES || bytes > MAX_BYTES) {
                bytes -= waiting.remove().size();
                dropped.increment();
            }
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Counts messages that were dropped elsewhere. */
    void addDropped(long count) {
        dropped.add(count);
    }

    /** How many were dropped. */
    long dropped() {
        return dropped.sum();
    }

    /** The oldest, as many as fit into one write; none if none came in time. */
    List<Outgoing> take(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (waiting.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            List<Outgoing> batch = new ArrayList<>(Math.min(waiting.size(), MAX_BATCH));
            while (!waiting.isEmpty() && batch.size() < MAX_BATCH) {
                Outgoing next = waiting.remove();
                bytes -= next.size();
                batch.add(next);
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }
}
