package io.chatsphere.domain.room;

import io.chatsphere.domain.user.UserSummary;
import java.util.List;
import java.util.Optional;

/**
 * What an act changed, state after it.
 *
 * @param room as it is now
 * @param described the room, if what it says about itself, or its rules, changed by this act
 * @param members whose membership changed by this act, in the order of their revisions
 */
public record RoomUpdate(Room room, Optional<Room> described, List<ChangedMember> members) {
    public RoomUpdate {
        members = List.copyOf(members);
    }

    /**
     * A membership that changed. It always moved the member's own stream.
     *
     * @param ofRoom whether it is a change of the room too, whose revision it then carries
     */
    public record ChangedMember(Membership membership, UserSummary user, boolean ofRoom) {}
}
