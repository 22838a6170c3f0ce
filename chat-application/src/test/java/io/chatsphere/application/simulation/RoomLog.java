package io.chatsphere.application.simulation;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.message.Message;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Every change that was committed in one room, each as it was then. */
final class RoomLog {
    private final TreeMap<Long, RoomChange> changes = new TreeMap<>();
    private final Map<Object, Long> last = new HashMap<>();

    void add(RoomChange change) {
        long revision = change.revision().value();
        changes.put(revision, change);
        last.put(row(change), revision);
    }

    long head() {
        return changes.isEmpty() ? 0 : changes.lastKey();
    }

    /** Whether this is what was committed. A plain member of a public room comes and goes without changing the room. */
    boolean has(RoomChange change) {
        RoomChange committed = changes.get(change.revision().value());
        return change instanceof RoomChange.OfMembership
                ? committed instanceof RoomChange.OfMembership && row(committed).equals(row(change))
                : change.equals(committed);
    }

    /** Whether every change between the two is hidden by a later one of its row: only then it may be left out. */
    boolean isHiddenBetween(long from, long to) {
        return changes.subMap(from, false, to, false).entrySet().stream()
                .allMatch(entry -> last.get(row(entry.getValue())) > entry.getKey());
    }

    /** The revisions behind {@code from} that no later change of their row hides. */
    Collection<Long> lastBehind(long from) {
        Map<Object, Long> found = new LinkedHashMap<>();
        changes.tailMap(from, false).forEach((revision, change) -> found.put(row(change), revision));
        return found.values();
    }

    /** All messages by id, each in its last state. */
    Collection<Message> messages() {
        Map<Object, Message> found = new LinkedHashMap<>();
        changes.values().forEach(change -> {
            if (change instanceof RoomChange.OfMessage(var message)) {
                found.put(message.id(), message);
            }
        });
        return found.values();
    }

    private static Object row(RoomChange change) {
        return switch (change) {
            case RoomChange.OfMessage(var message) -> message.id();
            case RoomChange.OfMembership(var membership, var user) -> membership.user();
            case RoomChange.OfDetails(var details) -> details.id();
        };
    }
}
