package io.chatsphere.application.room;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomRole;

/** Makes a member a moderator, or a moderator a plain member. The owner may. */
public final class ChangeRole {
    private final RoomUpdates updates;

    public ChangeRole(RoomUpdates updates) {
        this.updates = updates;
    }

    /** What a member is to be. */
    public record Command(Caller caller, RoomAddress room, UserId member, RoomRole role) {}

    /**
     * Changes the role; idempotent.
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
                new RoomAct.SetRole(command.member(), command.role()),
                access -> access.refusalToSetRole(user, command.member(), command.role()));
    }
}
