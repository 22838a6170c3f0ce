package io.chatsphere.application.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What was sent to a client and is not read yet: so much and no more. */
final class Outbox {
    private final Deque<Runnable> frames = new ArrayDeque<>();
    private final int capacity;
    private Optional<Runnable> waiting = Optional.empty();
    private int resumed;

    Outbox(int capacity) {
        this.capacity = capacity;
    }

    boolean isFull() {
        return frames.size() >= capacity;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    void add(Runnable frame) {
        frames.add(frame);
    }

    /** The client reads one. */
    void read() {
        Optional.ofNullable(frames.poll()).ifPresent(Runnable::run);
        if (isDrained()) {
            waiting.ifPresent(step -> {
                waiting = Optional.empty();
                run(step);
            });
        }
    }

    /** Whether the step could be taken: of those that wait there is at most one. */
    boolean whenDrained(Runnable step) {
        if (waiting.isPresent()) {
            return false;
        }
        if (isDrained()) {
            run(step);
        } else {
            waiting = Optional.of(step);
        }
        return true;
    }

    /** Counts a delivery of a resumed stretch: how many came since a step was run. */
    int countResumed() {
        return ++resumed;
    }

    void close() {
        frames.clear();
        waiting = Optional.empty();
    }

    private boolean isDrained() {
        return frames.size() < (capacity + 1) / 2;
    }

    private void run(Runnable step) {
        resumed = 0;
        step.run();
    }
}
