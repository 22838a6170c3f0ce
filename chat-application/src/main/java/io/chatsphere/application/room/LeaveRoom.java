package io.chatsphere.application.room;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomAddress;

/** Ends the caller's own membership, also of a closed room. An owner hands the room over first. */
public final class LeaveRoom {
    private final RoomUpdates updates;

    public LeaveRoom(RoomUpdates updates) {
        this.updates = updates;
    }

    /** A room to be left. */
    public record Command(Caller caller, RoomAddress room) {}

    /**
     * Leaves; nothing for who is no member of a public room.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room
     * @throws ChatException.Conflict with {@code ROOM_OWNER_STAYS}
     */
    public void handle(Command command) {
        UserId user = command.caller().user();
        updates.apply(command.caller(), command.room(), new RoomAct.Leave(user), access -> access.refusalToLeave(user));
    }
}
