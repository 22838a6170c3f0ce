package io.chatsphere.adapter.postgres.delivery;

import io.chatsphere.adapter.postgres.conversation.PreferencesRows;
import io.chatsphere.adapter.postgres.room.MembershipRows;
import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Summaries;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.user.UserSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a user's changes and state inside a snapshot: one indexed query per table, merged by revision. */
final class UserChangeQueries {
    private static final String MEMBERSHIPS = "SELECT " + MembershipRows.COLUMNS
            + "FROM room_members m WHERE m.user_id = :user AND m.user_revision > :after";

    private static final String PREFERENCES = "SELECT " + PreferencesRows.COLUMNS
            + "FROM room_preferences p WHERE p.user_id = :user AND p.user_revision > :after";

    private static final String LOGIN_ENDS = """
            SELECT l.id, l.user_id, l.user_revision
            FROM logins l WHERE l.user_id = :user AND l.user_revision > :after AND l.ended_at IS NOT NULL
            """;

    private UserChangeQueries() {}

    static UserChanges since(Handle handle, UserId user, Revision after) {
        Optional<Head> found = head(handle, user);
        if (found.isEmpty() || !found.get().revision().isAfter(after)) {
            return new UserChanges(List.of(), found.map(Head::revision).orElse(Revision.ZERO));
        }
        Head head = found.get();
        List<UserChange> changes = new ArrayList<>();
        RowMapper<UserChange> membership =
                (row, context) -> new UserChange.OfMembership(MembershipRows.membership(row, context));
        RowMapper<UserChange> preferences =
                (row, context) -> new UserChange.OfPreferences(PreferencesRows.preferences(row, context));
        changes.addAll(read(handle, MEMBERSHIPS, user, after, membership));
        changes.addAll(read(handle, PREFERENCES, user, after, preferences));
        changes.addAll(read(handle, LOGIN_ENDS, user, after, UserChangeQueries::loginEnd));
        if (head.profileRevision().isAfter(after)) {
            changes.add(new UserChange.OfProfile(head.profile(), head.profileRevision()));
        }
        changes.sort(Comparator.comparing(UserChange::revision));
        return new UserChanges(changes, head.revision());
    }

    static Optional<UserState> state(Handle handle, UserId user) {
        String lasting = MEMBERSHIPS + " AND m.left_at IS NULL";
        return head(handle, user)
                .map(head -> new UserState(
                        head.profile(),
                        read(handle, lasting, user, Revision.ZERO, MembershipRows::membership),
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

    private static <T> List<T> read(Handle handle, String sql, UserId user, Revision after, RowMapper<T> mapper) {
        return handle.createQuery(sql)
                .bind("user", user.value())
                .bind("after", after.value())
                .map(mapper)
                .list();
    }

    private static UserChange loginEnd(ResultSet row, StatementContext context) throws SQLException {
        return new UserChange.OfLoginEnd(new EndedLogin(
                new LoginId(Columns.uuid(row, "id")),
                new UserId(Columns.uuid(row, "user_id")),
                new Revision(row.getLong("user_revision"))));
    }

    private record Head(UserSummary profile, Revision revision, Revision profileRevision) {}
}
