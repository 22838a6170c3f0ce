package io.chatsphere.application.presence;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.presence.PresenceRegistry;
import java.util.Collection;
import java.util.Map;

/** Counts who is live in rooms. */
public final class CountLive {
    private final PresenceRegistry registry;

    public CountLive(PresenceRegistry registry) {
        this.registry = registry;
    }

    /**
     * How many are live in each room; every one of {@code rooms} is a key. For rooms that the caller may read.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if the registry does not answer
     */
    public Map<RoomId, Integer> handle(Collection<RoomId> rooms) {
        return registry.countLive(rooms);
    }
}
