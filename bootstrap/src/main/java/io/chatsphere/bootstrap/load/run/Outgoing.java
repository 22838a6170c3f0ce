package io.chatsphere.bootstrap.load.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of one connection that are not acknowledged, and when each is to be sent, again or at last. After the server
 * said that they come too fast, they go one by one, each when another was answered or at the next tick, until none waits. One
 * thread at a time; times are {@link System#nanoTime}.
 */
final class Outgoing {
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
    private boolean isLimited;
    private long holdUntil;

    private static final class Waiting {
        private final String room;
        private long next;
        private boolean wasSent;

        Waiting(String room, long next) {
            this.room = room;
            this.next = next;
        }
    }

    /** Sends a message; {@code again} if it was sent before. */
    interface Send {
        void accept(int number, String room, boolean again);
    }

    void add(int number, String room, long now) {
        waiting.put(number, new Waiting(room, now));
    }

    /** The message was answered: the room that it was for, empty if it did not wait. */
    Optional<String> remove(int number) {
        Optional<String> room = Optional.ofNullable(waiting.remove(number)).map(one -> one.room);
        isLimited &= !waiting.isEmpty();
        return room;
    }

    /** The message is to be sent again, not before this. */
    void later(int number, long when) {
        Optional.ofNullable(waiting.get(number)).ifPresent(one -> one.next = when);
    }

    /** Nothing is to be sent before this, and then slowly. */
    void slowDown(long until) {
        isLimited = true;
        holdUntil = until;
    }

    /** Sends those that are due, oldest first; they wait anew. */
    void due(long now, Send send) {
        if (isLimited && now - holdUntil < 0) {
            return;
        }
        for (Map.Entry<Integer, Waiting> entry : waiting.entrySet()) {
            Waiting one = entry.getValue();
            if (now - one.next >= 0) {
                one.next = now + PATIENCE;
                send.accept(entry.getKey(), one.room, one.wasSent);
                one.wasSent = true;
                if (isLimited) {
                    return;
                }
            }
        }
    }

    /** One was answered: if they go one by one, sends the next. */
    void released(long now, Send send) {
        if (isLimited) {
            due(now, send);
        }
    }

    /** Sends this one now, unless it has to wait for its turn. */
    void pass(int number, long now, Send send) {
        Waiting one = waiting.get(number);
        if (!isLimited && one != null) {
            one.next = now + PATIENCE;
            one.wasSent = true;
            send.accept(number, one.room, false);
        }
    }

    /** A new line: nobody knows of any of them whether it arrived, and nothing was too fast yet. */
    void allDue(long now) {
        isLimited = false;
        waiting.values().forEach(one -> one.next = now);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
