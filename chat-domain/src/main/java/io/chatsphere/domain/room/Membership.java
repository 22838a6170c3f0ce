package io.chatsphere.domain.room;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody is, or was, a member of a room.
 *
 * @param joinedRevision the room's revision when the current membership began: nothing at or below it is pushed
 * @param joinedPosition the room's last position then
 * @param revision the room's revision that this row was last changed by; zero where joining is no change of the room
 * @param userRevision the user's revision that this row was last changed by
 * @param leftAt when it ended; a former member stays as a tombstone
 */
public record Membership(
        RoomId room,
        UserId user,
        RoomRole role,
        Revision joinedRevision,
        Position joinedPosition,
        Revision revision,
        Revision userRevision,
        Optional<Instant> leftAt) {
    /** Whether the membership lasts. */
    public boolean isActive() {
        return leftAt.isEmpty();
    }
}
