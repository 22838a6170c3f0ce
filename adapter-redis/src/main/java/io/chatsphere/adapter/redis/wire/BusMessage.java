package io.chatsphere.adapter.redis.wire;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import java.util.List;

/** What one publishing sends. */
public sealed interface BusMessage {
    /** Changes of one room, at least one. */
    record OfRoom(List<RoomChange> changes) implements BusMessage {
        public OfRoom {
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("no change");
            }
        }
    }

    /** A change of a user. */
    record OfUser(UserChange change) implements BusMessage {}

    /** A signal; whom it is for, the channel says. */
    record OfSignal(Signal signal) implements BusMessage {}
}
