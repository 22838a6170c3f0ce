package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.room.Membership;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch of a room's changes as it was read.
 *
 * @param membersAhead whether members changed behind it, so that nobody can tell from it who was a member of what
 * @param own the membership of the one it was read for, as of behind the stretch; empty where that keeps nothing from them
 */
record Stretch(RoomChanges page, boolean membersAhead, Optional<Membership> own) {
    /** The memberships that changed, each in its last state. */
    Stream<Membership> memberships() {
        return page.changes().stream()
                .filter(RoomChange.OfMembership.class::isInstance)
                .map(change -> ((RoomChange.OfMembership) change).membership());
    }
}
