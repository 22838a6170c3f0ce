package io.chatsphere.application.delivery;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets what a session missed come a page at a time, whatever it missed in how many rooms: the next page is read when the one
 * before it has been delivered and the listener has room. Thread-safe.
 */
final class Pulls {
    private final LiveListener listener;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    Pulls(LiveListener listener) {
        this.listener = listener;
    }

    /** Runs {@code read} when it is its turn; {@link #done} is to be called once when what it read has been delivered. */
    void add(Runnable read) {
        waiting.add(read);
        if (pending.getAndIncrement() == 0) {
            next();
        }
    }

    /** The page that was read last is delivered, or there is none. */
    void done() {
        if (pending.decrementAndGet() > 0) {
            next();
        }
    }

    private void next() {
        listener.whenDrained(() -> waiting.remove().run());
    }
}
