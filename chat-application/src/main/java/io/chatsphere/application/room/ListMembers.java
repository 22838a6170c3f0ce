package io.chatsphere.application.room;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Member;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomRepository;
import java.util.List;
import java.util.Optional;

/** Lists the members of a room: of a public room everybody may, of a group its members. */
public final class ListMembers {
    private final ReadRoom read;
    private final RoomRepository rooms;

    public ListMembers(ReadRoom read, RoomRepository rooms) {
        this.read = read;
        this.rooms = rooms;
    }

    /**
     * Members by ascending id, behind {@code after}, at most {@code limit}.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, also where the caller may not know of the room
     */
    public List<Member> handle(Caller caller, RoomAddress room, Optional<UserId> after, int limit) {
        return rooms.listMembers(read.handle(caller, room).id(), after, limit);
    }
}
