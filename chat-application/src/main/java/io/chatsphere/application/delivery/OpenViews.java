package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.RoomId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rooms whose view is open on one connection. Thread-safe. */
final class OpenViews {
    /** So many rooms can be looked at on one connection; opening one more does nothing. */
    private static final int MOST = 200;

    private final Set<RoomId> rooms = ConcurrentHashMap.newKeySet(1);

    /** Whether it was closed before. */
    boolean open(RoomId room) {
        return !rooms.contains(room) && rooms.size() < MOST && rooms.add(room);
    }

    /** Whether it was open before. */
    boolean close(RoomId room) {
        return rooms.remove(room);
    }

    boolean has(RoomId room) {
        return rooms.contains(room);
    }

    Set<RoomId> rooms() {
        return Set.copyOf(rooms);
    }
}
