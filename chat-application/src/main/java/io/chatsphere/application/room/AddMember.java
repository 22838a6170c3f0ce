package io.chatsphere.application.room;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomRole;

/** Makes somebody else a member, at once. Owners and moderators may, and an owner may make them a moderator. */
public final class AddMember {
    private final RoomUpdates updates;

    public AddMember(RoomUpdates updates) {
        this.updates = updates;
    }

    /** Who is to come in, as what. */
    public record Command(Caller caller, RoomAddress room, UserId member, RoomRole role) {}

    /**
     * Adds the member; a member stays what they are.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room, or with
     *     {@code USER_NOT_FOUND} if the member does not exist or is not active
     * @throws ChatException.Forbidden with {@code ROOM_ACCESS_DENIED} or {@code ROOM_ARCHIVED}
     * @throws ChatException.Conflict with {@code ROOM_FULL}
     */
    public void handle(Command command) {
        UserId user = command.caller().user();
        updates.apply(
                command.caller(),
                command.room(),
                new RoomAct.Admit(command.member(), command.role()),
                access -> access.refusalToAdmit(user, command.member(), command.role()));
    }
}
