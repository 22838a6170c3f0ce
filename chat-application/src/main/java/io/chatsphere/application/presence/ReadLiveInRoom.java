package io.chatsphere.application.presence;

import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.ReadRoom;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.presence.PresenceRegistry;
import io.chatsphere.domain.presence.Present;
import io.chatsphere.domain.room.RoomAddress;

/** Reads who is live in a room. */
public final class ReadLiveInRoom {
    private static final int LIMIT = 200;

    private final ReadRoom read;
    private final PresenceRegistry registry;

    public ReadLiveInRoom(ReadRoom read, PresenceRegistry registry) {
        this.read = read;
        this.registry = registry;
    }

    /**
     * Who is live there.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room
     * @throws ChatException.Unavailable if the registry or the store does not answer
     */
    public LiveInRoom handle(Caller caller, RoomAddress room) {
        Present live = registry.live(read.handle(caller, room).id(), LIMIT);
        return new LiveInRoom(live.count(), live.users());
    }
}
