package io.chatsphere.application.presence;

import io.chatsphere.domain.id.RoomId;
import java.util.Collection;
import java.util.Map;

/** Counts who is live in rooms. */
public final class CountLive {

    /**
     * How many are live in each room; every one of {@code rooms} is a key. For rooms that the caller may read.
     */
    public Map<RoomId, Integer> handle(Collection<RoomId> rooms) {
        throw new UnsupportedOperationException();
    }
}
