package io.chatsphere.application.presence;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.presence.Present;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who was live in the rooms that were asked for last. Thread-safe. */
public final class KnownLive {
    private static final int ROOMS = 1_000;
    private static final Present NOBODY = new Present(0, List.of());

    private final Map<RoomId, Present> rooms = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RoomId, Present> eldest) {
            return size() > ROOMS;
        }
    };

    /** It was just read who is there. */
    synchronized void note(RoomId room, Present live) {
        rooms.put(room, live);
    }

    /** It was just read how many are there; of whom nothing is known but what was. */
    synchronized void note(Map<RoomId, Integer> counts) {
        counts.forEach((room, count) -> {
            List<UserId> users = count == 0 ? List.of() : find(room).users();
            rooms.put(room, new Present(count, users));
        });
    }

    /** As it was last read; nobody if it was not, or long ago. */
    synchronized Present find(RoomId room) {
        return rooms.getOrDefault(room, NOBODY);
    }
}
