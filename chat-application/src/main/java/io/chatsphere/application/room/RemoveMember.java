package io.chatsphere.application.room;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomAddress;

/** Removes somebody else from a room: the owner anybody, moderators plain members. Who goes on their own leaves. */
public final class RemoveMember {
    private final RoomUpdates updates;

    public RemoveMember(RoomUpdates updates) {
        this.updates = updates;
    }

    /** Who is to go. */
    public record Command(Caller caller, RoomAddress room, UserId member) {}

    /**
     * Removes the member.
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
                new RoomAct.Remove(command.member()),
                access -> access.refusalToRemove(user, command.member()));
    }
}
