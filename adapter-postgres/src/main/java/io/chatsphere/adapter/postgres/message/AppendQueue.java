package io.chatsphere.adapter.postgres.message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits for one writer, first come first served. Bounded by {@link AppendBudget}. Thread-safe. */
final class AppendQueue {
    private final int batchSize;
    private final Deque<AppendSlice> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private boolean closed;

    /** @param batchSize how many drafts a batch holds at most; a slice that is greater makes a batch of its own */
    AppendQueue(int batchSize) {
        this.batchSize = batchSize;
    }

    /** Adds a slice, unless the queue is closed. */
    boolean offer(AppendSlice slice) {
        lock.lock();
        try {
            if (!closed) {
                waiting.add(slice);
                filled.signal();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the first slice and takes what is there with it, but never waits for more. Empty: closed, and no more. */
    List<AppendSlice> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                filled.awaitUninterruptibly();
            }
            return batch();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more slices; those that wait are still handed out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<AppendSlice> batch() {
        List<AppendSlice> batch = new ArrayList<>();
        int drafts = 0;
        while (!waiting.isEmpty()) {
            drafts += waiting.peek().drafts().size();
            if (drafts > batchSize && !batch.isEmpty()) {
                break;
            }
            batch.add(waiting.remove());
        }
        return batch;
    }
}
