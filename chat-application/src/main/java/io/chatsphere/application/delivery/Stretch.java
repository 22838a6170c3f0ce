package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch of a room's changes as it was read.
 *
 * @param membersAhead whether members of a group changed behind the stretch. The state of a row stands at its last change: that
 *     somebody was removed within the stretch may then be hidden, so nobody can be trusted with it
 */
record Stretch(RoomChanges page, boolean membersAhead) {
    /** The memberships that changed, each in its last state. */
    Stream<Membership> memberships() {
        return page.changes().stream()
                .filter(RoomChange.OfMembership.class::isInstance)
                .map(change -> ((RoomChange.OfMembership) change).membership());
    }

    /** The user's membership, if it changed. */
    Optional<Membership> membershipOf(UserId user) {
        return memberships()
                .filter(membership -> membership.user().equals(user))
                .findAny();
    }
}
