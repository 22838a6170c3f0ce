package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Summaries;
import io.chatsphere.adapter.postgres.sql.UserCounters;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.RoomUpdate.ChangedMember;
import io.chatsphere.domain.user.UserSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes changed memberships of a room that this transaction has locked, and moves the counters that go with them. */
record MembershipChanges(Handle handle, LockedAccess locked, Instant now) {
    /** A membership begins anew, at the revision of its own change. The user is there. */
    List<ChangedMember> admit(UserId user, RoomRole role) {
        Revision own = locked.revision().next();
        Revision ofUser = UserCounters.bump(handle, List.of(user)).get(user);
        Membership begun =
                new Membership(locked.id(), user, role, own, locked.position(), own, ofUser, Optional.empty());
        Memberships.begin(handle, List.of(begun), now);
        locked.moveAccessTo(handle, own);
        return changed(List.of(begun), true);
    }

    /** Each of these states becomes a change of the room, in this order. */
    List<ChangedMember> ofRoom(List<Membership> states) {
        Map<UserId, Revision> ofUsers = bump(states);
        List<Membership> stored = new ArrayList<>();
        Revision last = locked.revision();
        for (Membership state : states) {
            last = last.next();
            stored.add(store(state, last, ofUsers.get(state.user())));
        }
        locked.moveAccessTo(handle, last);
        return changed(stored, true);
    }

    /** This state becomes a change of the member's own stream alone. */
    List<ChangedMember> ofMemberAlone(Membership state) {
        Revision ofUser = bump(List.of(state)).get(state.user());
        return changed(List.of(store(state, state.revision(), ofUser)), false);
    }

    private Map<UserId, Revision> bump(List<Membership> states) {
        return UserCounters.bump(handle, states.stream().map(Membership::user).toList());
    }

    private Membership store(Membership state, Revision revision, Revision userRevision) {
        return handle.createQuery("""
                        UPDATE room_members m
                        SET role = :role, revision = :revision, user_revision = :userRevision, left_at = :leftAt
                        WHERE m.room_id = :room AND m.user_id = :user
                        RETURNING
                        """ + MembershipRows.COLUMNS)
                .bind("room", state.room().value())
                .bind("user", state.user().value())
                .bind("role", state.role().name())
                .bind("revision", revision.value())
                .bind("userRevision", userRevision.value())
                .bind("leftAt", state.leftAt().map(Columns::time).orElse(null))
                .map(MembershipRows::membership)
                .one();
    }

    private List<ChangedMember> changed(List<Membership> stored, boolean ofRoom) {
        List<UserId> users = stored.stream().map(Membership::user).toList();
        Map<UserId, UserSummary> summaries = Summaries.find(handle, users);
        return stored.stream()
                .map(member -> new ChangedMember(member, summaries.get(member.user()), ofRoom))
                .toList();
    }
}
