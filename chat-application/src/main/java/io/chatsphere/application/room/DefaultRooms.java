package io.chatsphere.application.room;

import io.chatsphere.application.id.Ids;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The rooms that every store has from the start; everybody is made a member of {@code general}. */
public final class DefaultRooms {
    private static final Slug GENERAL = new Slug("general");
    private static final List<Standard> STANDARD = List.of(
            new Standard(GENERAL, "公共大厅", 1000),
            new Standard(new Slug("tech"), "技术讨论", 500),
            new Standard(new Slug("random"), "随便聊聊", 300));

    private final RoomRepository rooms;
    private final Ids ids;
    private volatile List<RoomId> joinedByAll = List.of();

    private record Standard(Slug slug, String name, int maxMembers) {
        RoomDetails details() {
            return new RoomDetails(name, Optional.empty(), Optional.empty(), OptionalInt.of(maxMembers));
        }
    }

    public DefaultRooms(RoomRepository rooms, Ids ids) {
        this.rooms = rooms;
        this.ids = ids;
    }

    /** Makes those that are missing; idempotent, also with several nodes at once. */
    public void ensure() {
        // One millisecond apart, so that lists in order of age show them in this order.
        Instant first = ids.now().minusMillis(STANDARD.size());
        for (int i = 0; i < STANDARD.size(); i++) {
            ensure(STANDARD.get(i), first.plusMillis(i));
        }
        joinedByAll = List.of(rooms.findPublic(GENERAL).orElseThrow());
    }

    /** The rooms that everybody is made a member of. Asked for only after {@link #ensure}. */
    public List<RoomId> joinedByAll() {
        if (joinedByAll.isEmpty()) {
            throw new IllegalStateException("the chat is not open yet: call open() first");
        }
        return joinedByAll;
    }

    private void ensure(Standard standard, Instant createdAt) {
        if (rooms.findPublic(standard.slug()).isPresent()) {
            return;
        }
        try {
            rooms.create(
                    Room.open(ids.roomId(), standard.slug(), standard.details(), Optional.empty(), createdAt),
                    List.of());
        } catch (ChatException.Conflict e) {
            System.getLogger(DefaultRooms.class.getName())
                    .log(System.Logger.Level.DEBUG, "another node made the room {0} first", standard.slug());
        }
    }
}
