package io.chatsphere.bootstrap.load.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The messages of one connection that are not acknowledged. One thread at a time; times are {@link System#nanoTime}. */
final class Outgoing {
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();

    private static final class Waiting {
        private final String room;
        private long next;

        Waiting(String room, long next) {
            this.room = room;
            this.next = next;
        }
    }

    void add(int number, String room, long now) {
        waiting.put(number, new Waiting(room, now + PATIENCE));
    }

    /** The message was answered: the room that it was for, empty if it did not wait. */
    Optional<String> remove(int number) {
        return Optional.ofNullable(waiting.remove(number)).map(one -> one.room);
    }

    /** The message is to be sent again, not before this. */
    void later(int number, long when) {
        Waiting one = waiting.get(number);
        if (one != null) {
            one.next = when;
        }
    }

    /** Those that have waited long enough, oldest first; they wait anew. */
    void due(long now, BiConsumer<Integer, String> send) {
        waiting.forEach((number, one) -> {
            if (now - one.next >= 0) {
                one.next = now + PATIENCE;
                send.accept(number, one.room);
            }
        });
    }

    /** Nobody knows of any of them whether it arrived: all are due. */
    void allDue(long now) {
        waiting.values().forEach(one -> one.next = now);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
