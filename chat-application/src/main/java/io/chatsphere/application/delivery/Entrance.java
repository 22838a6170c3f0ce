package io.chatsphere.application.delivery;

import io.chatsphere.domain.error.ChatException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where callers wait until a feed has got far enough for them, and not for ever. One timer watches over all of them: one for
 * each would wake the JVM's timer twice whenever somebody connects. Thread-safe.
 */
final class Entrance {
    private final Later later;
    private final Duration deadline;
    private Set<Ready> fresh = new HashSet<>();
    private Set<Ready> waiting = new HashSet<>();
    private boolean watched;

    Entrance(Later later, Duration deadline) {
        this.later = later;
        this.deadline = deadline;
    }

    /**
     * Blocks until what {@code begin} is given is done.
     *
     * @throws ChatException the reason why it is not, or {@code Unavailable} after the deadline, at the latest after twice of it
     */
    void await(Consumer<Ready> begin) {
        Ready ready = new Ready();
        add(ready);
        try {
            begin.accept(ready);
            ready.await();
        } finally {
            remove(ready);
        }
    }

    private void add(Ready ready) {
        boolean watch;
        synchronized (this) {
            fresh.add(ready);
            watch = !watched;
            watched = true;
        }
        if (watch) {
            later.after(deadline, this::passed);
        }
    }

    private synchronized void remove(Ready ready) {
        if (!fresh.remove(ready)) {
            waiting.remove(ready);
        }
    }

    /** Those who waited when the deadline passed last, and wait still, have waited long enough. */
    private void passed() {
        List<Ready> overdue;
        boolean again;
        synchronized (this) {
            overdue = List.copyOf(waiting);
            waiting = fresh;
            fresh = new HashSet<>();
            again = !waiting.isEmpty();
            watched = again;
        }
        if (again) {
            later.after(deadline, this::passed);
        }
        overdue.forEach(ready -> ready.failed(new ChatException.Unavailable()));
    }
}
