package io.chatsphere.application.presence;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.presence.PresenceRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts who is live in rooms. */
public final class CountLive {
    private final PresenceRegistry registry;
    private final KnownLive known;

    /**
     * Over these.
     *
     * @param known what to answer while the registry does not
     */
    public CountLive(PresenceRegistry registry, KnownLive known) {
        this.registry = registry;
        this.known = known;
    }

    /**
     * How many are live in each room; every one of {@code rooms} is a key. For rooms that the caller may read. While the
     * registry does not answer, as it was last read.
     */
    public Map<RoomId, Integer> handle(Collection<RoomId> rooms) {
        try {
            Map<RoomId, Integer> counts = registry.countLive(rooms);
            known.note(counts);
            return counts;
        } catch (ChatException.Unavailable e) {
            return rooms.stream()
                    .distinct()
                    .collect(Collectors.toMap(
                            room -> room, room -> known.find(room).count()));
        }
    }
}
