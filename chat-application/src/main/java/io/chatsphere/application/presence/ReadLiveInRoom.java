package io.chatsphere.application.presence;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.room.RoomAddress;

/** Reads who is live in a room. */
public final class ReadLiveInRoom {

    /**
     * Who is live there.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room
     */
    public LiveInRoom handle(Caller caller, RoomAddress room) {
        throw new UnsupportedOperationException();
    }
}
