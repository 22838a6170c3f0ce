package io.chatsphere.application.room;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRepository;
import java.util.List;
import java.util.OptionalInt;

/** Makes a group; any user may, and owns it. */
public final class CreateGroup {
    private final RoomRepository rooms;
    private final ChangeBus bus;
    private final Ids ids;

    public CreateGroup(RoomRepository rooms, ChangeBus bus, Ids ids) {
        this.rooms = rooms;
        this.bus = bus;
        this.ids = ids;
    }

    /**
     * A group to be made.
     *
     * @param members who is in it from the start beside the caller, who may be named too
     */
    public record Command(Caller caller, RoomDetails details, List<UserId> members) {
        public Command {
            members = List.copyOf(members);
        }
    }

    /**
     * Makes the group with its members.
     *
     * @throws ChatException.NotFound with {@code USER_NOT_FOUND} if a member does not exist or is not active
     * @throws ChatException.Conflict with {@code ROOM_FULL} if there are more members than the group may have
     */
    public Room handle(Command command) {
        UserId owner = command.caller().user();
        List<UserId> others = command.members().stream()
                .filter(user -> !user.equals(owner))
                .distinct()
                .toList();
        OptionalInt most = command.details().maxMembers();
        if (most.isPresent() && others.size() + 1 > most.getAsInt()) {
            throw new ChatException.Conflict(ErrorCode.ROOM_FULL);
        }
        Room room = Room.group(ids.roomId(), command.details(), owner, ids.now());
        rooms.create(room, others).forEach(membership -> bus.publish(new UserChange.OfMembership(membership)));
        return room;
    }
}
