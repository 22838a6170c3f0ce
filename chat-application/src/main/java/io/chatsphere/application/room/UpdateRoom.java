package io.chatsphere.application.room;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomAddress;

/** Changes what a public room or a group says about itself; its owner and moderators may. */
public final class UpdateRoom {
    private final RoomUpdates updates;

    public UpdateRoom(RoomUpdates updates) {
        this.updates = updates;
    }

    /** What is to change. */
    public record Command(Caller caller, RoomAddress room, RoomPatch patch) {}

    /**
     * Changes the room and gives it as it is then.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room
     * @throws ChatException.Invalid if a room cannot be like that, as without a name
     * @throws ChatException.Forbidden with {@code ROOM_ACCESS_DENIED} or {@code ROOM_ARCHIVED}
     */
    public Room handle(Command command) {
        UserId user = command.caller().user();
        return updates.apply(
                        command.caller(),
                        command.room(),
                        access -> access.refusalToDescribe(user),
                        access -> new RoomAct.Describe(command.patch().applyTo(access.room())))
                .room();
    }
}
