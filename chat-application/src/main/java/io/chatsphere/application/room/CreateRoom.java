package io.chatsphere.application.room;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.Slug;
import java.util.List;
import java.util.Optional;

/** Makes a public room; any user may, and owns it. */
public final class CreateRoom {
    private final RoomRepository rooms;
    private final ChangeBus bus;
    private final Ids ids;

    public CreateRoom(RoomRepository rooms, ChangeBus bus, Ids ids) {
        this.rooms = rooms;
        this.bus = bus;
        this.ids = ids;
    }

    /**
     * A room to be made.
     *
     * @param slug the room's name on the wire for ever; its id when none is given
     */
    public record Command(Caller caller, Optional<Slug> slug, RoomDetails details) {}

    /**
     * Makes the room.
     *
     * @throws io.chatsphere.domain.error.ChatException.Conflict with {@code ROOM_SLUG_TAKEN}
     */
    public Room handle(Command command) {
        RoomId id = ids.roomId();
        Slug slug = command.slug().orElseGet(() -> new Slug(id.toString()));
        Room room = Room.open(
                id, slug, command.details(), Optional.of(command.caller().user()), ids.now());
        rooms.create(room, List.of()).forEach(owner -> bus.publish(new UserChange.OfMembership(owner)));
        return room;
    }
}
