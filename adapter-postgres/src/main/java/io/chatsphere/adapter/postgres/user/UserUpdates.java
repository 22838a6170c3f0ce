package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.login.LoginEnds;
import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.UserCounters;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.user.UpdatedUser;
import io.chatsphere.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Changes users inside a transaction of the caller: first the user's row is locked, last the user's counter. */
final class UserUpdates {
    private UserUpdates() {}

    /** As {@link io.chatsphere.domain.user.UserRepository#update}. */
    static UpdatedUser profile(Handle handle, UserId id, UnaryOperator<User> change) {
        User current = lock(handle, id);
        User wanted = change.apply(current);
        User changed = current.withProfile(wanted.displayName(), wanted.avatarUrl(), wanted.bio());
        if (changed.equals(current)) {
            return new UpdatedUser(current, Optional.empty());
        }
        Revision revision = UserCounters.bump(handle, id, 1).orElseThrow().next();
        handle.createUpdate("""
                        UPDATE users SET display_name = :displayName, display_name_key = :displayNameKey,
                            avatar_url = :avatarUrl, bio = :bio, user_revision = :revision
                        WHERE id = :id
                        """)
                .bind("id", id.value())
                .bind("displayName", changed.displayName().value())
                .bind("displayNameKey", changed.displayName().key())
                .bind("avatarUrl", UserRows.text(changed.avatarUrl()))
                .bind("bio", UserRows.text(changed.bio()))
                .bind("revision", revision.value())
                .execute();
        return new UpdatedUser(changed, Optional.of(revision));
    }

    /** As {@link io.chatsphere.domain.user.UserRepository#changePassword}. */
    static List<EndedLogin> password(
            Handle handle, UserId id, PasswordHash passwordHash, Optional<LoginId> kept, Instant now) {
        int rows = handle.createUpdate("""
                        UPDATE users SET password_hash = :passwordHash
                        WHERE id = :id AND provider = :local AND password_hash IS NOT NULL
                        """)
                .bind("id", id.value())
                .bind("passwordHash", passwordHash.reveal())
                .bind("local", User.LOCAL)
                .execute();
        if (rows == 0) {
            throw new ChatException.NotFound(ErrorCode.USER_NOT_FOUND);
        }
        return LoginEnds.endAllBut(handle, id, kept, now);
    }

    /**
     * As {@link io.chatsphere.domain.user.UserRepository#seen}: one statement, which locks in the order of ids, so that
     * parallel calls never wait for each other in a circle.
     */
    static int seen(Handle handle, Map<UserId, Instant> lastSeen) {
        List<Map.Entry<UserId, Instant>> entries = List.copyOf(lastSeen.entrySet());
        return handle.createUpdate("""
                        WITH locked AS MATERIALIZED (
                            SELECT id FROM users WHERE id = ANY (:ids) ORDER BY id FOR NO KEY UPDATE
                        )
                        UPDATE users u SET last_seen = seen.at
                        FROM locked JOIN unnest(:ids, :times::timestamptz[]) AS seen (id, at) ON seen.id = locked.id
                        WHERE u.id = locked.id AND (u.last_seen IS NULL OR u.last_seen < seen.at)
                        """)
                .bind(
                        "ids",
                        entries.stream().map(entry -> entry.getKey().value()).toArray(UUID[]::new))
                .bind(
                        "times",
                        entries.stream()
                                .map(entry -> Columns.time(entry.getValue()).toString())
                                .toArray(String[]::new))
                .execute();
    }

    private static User lock(Handle handle, UserId id) {
        return handle.createQuery("SELECT" + UserRows.COLUMNS + "FROM users WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", id.value())
                .map(UserRows::user)
                .findOne()
                .orElseThrow(() -> new ChatException.NotFound(ErrorCode.USER_NOT_FOUND));
    }
}
