package io.chatsphere.application.room;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomRepository;

/** Reads what a room says about itself. */
public final class ReadRoom {
    private final RoomDirectory directory;
    private final RoomRepository rooms;

    public ReadRoom(RoomDirectory directory, RoomRepository rooms) {
        this.directory = directory;
        this.rooms = rooms;
    }

    /**
     * What the room says about itself.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of it
     */
    public Room handle(Caller caller, RoomAddress address) {
        RoomId id = directory.find(address, caller.user()).orElseThrow(ReadRoom::notFound);
        RoomAccess access = rooms.findAccess(id).orElseThrow(ReadRoom::notFound);
        access.refusalToRead(caller.user()).ifPresent(refusal -> {
            throw refusal;
        });
        return access.room();
    }

    private static ChatException.NotFound notFound() {
        return new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND);
    }
}
