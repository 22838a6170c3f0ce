package io.chatsphere.domain.delivery;

import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.user.UserSummary;

/** A committed change of a room: always the state after it, and the one revision that it has. */
public sealed interface RoomChange {
    /** The room that changed. */
    RoomId room();

    /** The revision of this change in the room's stream. */
    Revision revision();

    /** A message was sent, edited or deleted. */
    record OfMessage(Message message) implements RoomChange {
        @Override
        public RoomId room() {
            return message.room();
        }

        @Override
        public Revision revision() {
            return message.revision();
        }
    }

    /** Somebody was invited or removed, or their role changed. */
    record OfMembership(Membership membership, UserSummary user) implements RoomChange {
        @Override
        public RoomId room() {
            return membership.room();
        }

        @Override
        public Revision revision() {
            return membership.revision();
        }
    }

    /** What the room says about itself, or its rules, changed. */
    record OfDetails(Room details) implements RoomChange {
        @Override
        public RoomId room() {
            return details.id();
        }

        @Override
        public Revision revision() {
            return details.revision();
        }
    }
}
