package io.chatsphere.adapter.postgres.sql;

import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Moves users' streams inside a transaction of the caller. A counter is locked last: behind the counters of rooms and the
 * rows of users and logins, and of several users in the order of their ids.
 */
public final class UserCounters {
    private UserCounters() {}

    /**
     * Moves a user's revision by {@code count} changes and keeps the counter locked.
     *
     * @return the last revision before that; empty if there is no such user
     */
    public static Optional<Revision> bump(Handle handle, UserId user, int count) {
        return handle.createQuery("""
                        UPDATE user_counters SET revision = revision + :count WHERE user_id = :user
                        RETURNING revision - :count
                        """)
                .bind("user", user.value())
                .bind("count", (long) count)
                .mapTo(Long.class)
                .findOne()
                .map(Revision::new);
    }

    /**
     * Moves the revision of each of these users by one and keeps the counters locked.
     *
     * @return the new revisions; users who do not exist are left out
     */
    public static Map<UserId, Revision> bump(Handle handle, Collection<UserId> users) {
        lock(handle, users);
        Map<UserId, Revision> moved = new HashMap<>();
        handle.createQuery("""
                        UPDATE user_counters SET revision = revision + 1 WHERE user_id = ANY (:users)
                        RETURNING user_id, revision
                        """)
                .bind("users", Columns.uuids(users, UserId::value))
                .map((row, context) ->
                        Map.entry(new UserId(Columns.uuid(row, "user_id")), new Revision(row.getLong("revision"))))
                .forEach(counter -> moved.put(counter.getKey(), counter.getValue()));
        return moved;
    }

    /** Locks counters without moving them. */
    public static void lock(Handle handle, Collection<UserId> users) {
        handle.createQuery(
                        "SELECT 1 FROM user_counters WHERE user_id = ANY (:users) ORDER BY user_id FOR NO KEY UPDATE")
                .bind("users", Columns.uuids(users, UserId::value))
                .mapTo(Integer.class)
                .list();
    }
}
