package io.chatsphere.application.room;

import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.Slug;
import java.util.List;
import java.util.Optional;

/** Lists the public rooms; everybody may. */
public final class ListRooms {
    private final RoomRepository rooms;

    public ListRooms(RoomRepository rooms) {
        this.rooms = rooms;
    }

    /** At most {@code limit} open rooms, oldest first, behind {@code after}. */
    public List<Room> handle(Optional<Slug> after, int limit) {
        return rooms.listPublic(after, limit);
    }
}
