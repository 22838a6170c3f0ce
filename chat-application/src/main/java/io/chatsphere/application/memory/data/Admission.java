package io.chatsphere.application.memory.data;

import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomRole;
import java.time.Instant;
import java.util.Optional;

/** How memberships of one room begin. Each one is a change of its user; whether of the room too is said. */
public final class Admission {
    private final StoredRoom room;
    private final Instant now;

    public Admission(StoredRoom room, Instant now) {
        this.room = room;
        this.now = now;
    }

    /** Makes the user a member as of the room's last revision and position, which is no change of the room. */
    public Membership quiet(StoredUser user, RoomRole role) {
        Revision untouched = room.members()
                .find(user.id())
                .map(former -> former.membership().revision())
                .orElse(Revision.ZERO);
        return begin(user, role, room.changes().head(), untouched);
    }

    /** Makes the user a member as the room's next change. */
    Membership changing(StoredUser user, RoomRole role) {
        Revision revision = room.moveAccess(new RoomRow.OfMember(user.id()));
        return begin(user, role, revision, revision);
    }

    private Membership begin(StoredUser user, RoomRole role, Revision joined, Revision revision) {
        Membership membership = user.change(new Membership(
                room.id(), user.id(), role, joined, room.messages().last(), revision, Revision.ZERO, Optional.empty()));
        room.members().put(new StoredMember(membership, now));
        user.begin(room.id(), membership.joinedPosition());
        return membership;
    }
}
