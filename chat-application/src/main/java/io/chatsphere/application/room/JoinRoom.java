package io.chatsphere.application.room;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Joined;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.Slug;

/** Makes the caller a lasting member of a public room. */
public final class JoinRoom {
    private final RoomDirectory directory;
    private final RoomRepository rooms;
    private final ChangeBus bus;
    private final Ids ids;

    public JoinRoom(RoomDirectory directory, RoomRepository rooms, ChangeBus bus, Ids ids) {
        this.directory = directory;
        this.rooms = rooms;
        this.bus = bus;
        this.ids = ids;
    }

    /** A wish to join. */
    public record Command(Caller caller, Slug room) {}

    /**
     * Joins; idempotent. The caller's live sessions get the room's changes from then on.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}
     * @throws ChatException.Forbidden with {@code ROOM_ARCHIVED}
     */
    public Membership handle(Command command) {
        RoomId room = directory
                .find(new RoomAddress.Public(command.room()), command.caller().user())
                .orElseThrow(() -> new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND));
        Joined joined = rooms.join(room, command.caller().user(), ids.now());
        if (joined.fresh()) {
            bus.publish(new UserChange.OfMembership(joined.membership()));
        }
        return joined.membership();
    }
}
