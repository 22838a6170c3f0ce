package io.chatsphere.application.room;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomAddress;

/** Closes a room: its history stays for who may read it, nobody writes. Its owner may. */
public final class ArchiveRoom {
    private final RoomUpdates updates;

    public ArchiveRoom(RoomUpdates updates) {
        this.updates = updates;
    }

    /** A room to be closed. */
    public record Command(Caller caller, RoomAddress room) {}

    /**
     * Closes the room; idempotent.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room
     * @throws ChatException.Forbidden with {@code ROOM_ACCESS_DENIED}
     */
    public void handle(Command command) {
        UserId user = command.caller().user();
        updates.apply(command.caller(), command.room(), new RoomAct.Archive(), access -> access.refusalToArchive(user));
    }
}
