package io.chatsphere.adapter.postgres.sql;

import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
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
}
