package io.chatsphere.bootstrap.process.cluster.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last things that a client did and was told, for whoever looks for the cause of a finding. Not thread-safe. */
final class Diary {
    private static final long BEGIN = System.nanoTime();
    private static final int KEPT = 400;

    private final Deque<String> entries = new ArrayDeque<>();

    void note(String entry) {
        entries.addLast(Duration.ofNanos(System.nanoTime() - BEGIN) + " " + entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    List<String> entries() {
        return List.copyOf(entries);
    }
}
