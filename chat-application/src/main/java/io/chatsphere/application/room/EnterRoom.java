package io.chatsphere.application.room;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.DirectRoom;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomRepository;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Gets a sender into the room they write to: whoever speaks in a public room joins it, and a first word opens a direct one. */
public final class EnterRoom {
    private final RoomDirectory directory;
    private final RoomRepository rooms;
    private final JoinRoom join;
    private final ChangeBus bus;
    private final Ids ids;

    public EnterRoom(RoomDirectory directory, RoomRepository rooms, JoinRoom join, ChangeBus bus, Ids ids) {
        this.directory = directory;
        this.rooms = rooms;
        this.join = join;
        this.bus = bus;
        this.ids = ids;
    }

    /**
     * The room that {@code caller} writes to by this address; afterwards they are in it, unless it is a group, which nobody
     * enters by writing.
     *
     * @param isMember whether a user is known to be a member of a room; may say no of a member, never yes of a stranger
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}, or {@code USER_NOT_FOUND} for a direct room with nobody
     * @throws ChatException.Invalid with {@code SELF_CHAT}
     */
    public RoomId handle(Caller caller, RoomAddress address, BiPredicate<UserId, RoomId> isMember) {
        Optional<RoomId> found = directory.find(address, caller.user());
        return switch (address) {
            case RoomAddress.Public named -> {
                RoomId room = found.orElseThrow(EnterRoom::notFound);
                if (!isMember.test(caller.user(), room)) {
                    join.handle(new JoinRoom.Command(caller, named.slug()));
                }
                yield room;
            }
            case RoomAddress.Group group -> found.orElseThrow(EnterRoom::notFound);
            case RoomAddress.Direct direct -> found.orElseGet(() -> open(caller.user(), direct.other()));
        };
    }

    private static ChatException.NotFound notFound() {
        return new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND);
    }

    private RoomId open(UserId user, UserId other) {
        DirectRoom opened = rooms.direct(Room.direct(ids.roomId(), DirectPair.of(user, other), user, ids.now()));
        if (opened.fresh()) {
            opened.members().forEach(member -> bus.publish(new UserChange.OfMembership(member)));
        }
        return opened.room().id();
    }
}
