package io.chatsphere.adapter.postgres.delivery;

import io.chatsphere.adapter.postgres.room.MembershipRows;
import io.chatsphere.adapter.postgres.sql.Summaries;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.UserSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads a user's changes and state inside a snapshot. */
final class UserChangeQueries {
    private UserChangeQueries() {}

    static UserChanges since(Handle handle, UserId user, Revision after) {
        Optional<Head> found = head(handle, user);
        if (found.isEmpty()) {
            return new UserChanges(List.of(), Revision.ZERO);
        }
        Head head = found.get();
        List<UserChange> changes = new ArrayList<>();
        memberships(handle, user, "m.user_revision > :after", after)
                .forEach(membership -> changes.add(new UserChange.OfMembership(membership)));
        if (head.profileRevision().isAfter(after)) {
            changes.add(new UserChange.OfProfile(head.profile(), head.profileRevision()));
        }
        changes.sort(Comparator.comparing(UserChange::revision));
        return new UserChanges(changes, head.revision());
    }

    static Optional<UserState> state(Handle handle, UserId user) {
        return head(handle, user)
                .map(head -> new UserState(
                        head.profile(),
                        memberships(handle, user, "m.user_revision > :after AND m.left_at IS NULL", Revision.ZERO),
                        head.revision()));
    }

    private static Optional<Head> head(Handle handle, UserId user) {
        return handle.createQuery("SELECT" + Summaries.COLUMNS
                        + ", c.revision, u.user_revision FROM user_counters c JOIN users u ON u.id = c.user_id"
                        + " WHERE c.user_id = :user")
                .bind("user", user.value())
                .map((row, context) -> new Head(
                        Summaries.read(row),
                        new Revision(row.getLong("revision")),
                        new Revision(row.getLong("user_revision"))))
                .findOne();
    }

    private static List<Membership> memberships(Handle handle, UserId user, String condition, Revision after) {
        return handle.createQuery("SELECT " + MembershipRows.COLUMNS
                        + "FROM room_members m WHERE m.user_id = :user AND " + condition)
                .bind("user", user.value())
                .bind("after", after.value())
                .map(MembershipRows::membership)
                .list();
    }

    private record Head(UserSummary profile, Revision revision, Revision profileRevision) {}
}
