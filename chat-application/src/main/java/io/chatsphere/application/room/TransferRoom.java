package io.chatsphere.application.room;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomAddress;

/** Makes another member the owner; the owner until then becomes a moderator. */
public final class TransferRoom {
    private final RoomUpdates updates;

    public TransferRoom(RoomUpdates updates) {
        this.updates = updates;
    }

    /** Who is to own the room. */
    public record Command(Caller caller, RoomAddress room, UserId owner) {}

    /**
     * Hands the room over.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room, or with
     *     {@code MEMBER_NOT_FOUND}
     * @throws ChatException.Forbidden with {@code ROOM_ACCESS_DENIED} or {@code ROOM_ARCHIVED}
     */
    public void handle(Command command) {
        UserId user = command.caller().user();
        updates.apply(
                command.caller(),
                command.room(),
                new RoomAct.Transfer(user, command.owner()),
                access -> access.refusalToTransfer(user, command.owner()));
    }
}
