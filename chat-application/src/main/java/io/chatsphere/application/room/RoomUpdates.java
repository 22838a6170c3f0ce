package io.chatsphere.application.room;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomUpdate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Changes rooms: finds the room as the caller names it, lets the store decide under the room's lock, and tells everybody. */
public final class RoomUpdates {
    private final RoomDirectory directory;
    private final RoomRepository rooms;
    private final ChangeBus bus;
    private final Ids ids;

    public RoomUpdates(RoomDirectory directory, RoomRepository rooms, ChangeBus bus, Ids ids) {
        this.directory = directory;
        this.rooms = rooms;
        this.bus = bus;
        this.ids = ids;
    }

    /**
     * Changes the room.
     *
     * @param act what is to be done
     * @param refusal why the caller may not, by the access under the lock
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND}
     */
    RoomUpdate apply(
            Caller caller, RoomAddress address, RoomAct act, Function<RoomAccess, Optional<ChatException>> refusal) {
        return apply(caller, address, refusal, access -> act);
    }

    /** Likewise; what is to be done depends on the room as it is then. */
    RoomUpdate apply(
            Caller caller,
            RoomAddress address,
            Function<RoomAccess, Optional<ChatException>> refusal,
            Function<RoomAccess, RoomAct> act) {
        RoomId room = directory
                .find(address, caller.user())
                .orElseThrow(() -> new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND));
        RoomUpdate update = rooms.update(
                room,
                access -> {
                    refusal.apply(access).ifPresent(reason -> {
                        throw reason;
                    });
                    return act.apply(access);
                },
                ids.now());
        directory.forgetAccess(room);
        publish(update);
        return update;
    }

    private void publish(RoomUpdate update) {
        update.described().ifPresent(room -> bus.publish(List.of(new RoomChange.OfDetails(room))));
        for (RoomUpdate.ChangedMember changed : update.members()) {
            if (changed.ofRoom()) {
                bus.publish(List.of(new RoomChange.OfMembership(changed.membership(), changed.user())));
            }
            bus.publish(new UserChange.OfMembership(changed.membership()));
        }
    }
}
