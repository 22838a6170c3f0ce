package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Adds users inside a transaction of the caller. */
final class NewUsers {
    private NewUsers() {}

    /**
     * Adds the user and a counter, unless the id, the name or the address is there: then, and only then, false. It waits for
     * a parallel transaction that adds the same, so that a statement behind it sees what is in the way.
     */
    static boolean insert(Handle handle, User user, Optional<PasswordHash> passwordHash) {
        return handle.createUpdate("""
                                WITH added AS (
                                    INSERT INTO users (id, username, username_key, email, email_key, display_name, display_name_key,
                                        password_hash, avatar_url, bio, provider, is_active, created_at, last_seen)
                                    VALUES (:id, :username, :usernameKey, :email, :emailKey, :displayName, :displayNameKey,
                                        :passwordHash, :avatarUrl, :bio, :provider, :active, :createdAt, :lastSeen)
                                    ON CONFLICT DO NOTHING
                                    RETURNING id
                                )
                                INSERT INTO user_counters (user_id) SELECT id FROM added
                                """)
                        .bind("id", user.id().value())
                        .bind("username", user.username().value())
                        .bind("usernameKey", user.username().key())
                        .bind("email", UserRows.text(user.email()))
                        .bind("emailKey", user.email().map(Email::key).orElse(null))
                        .bind("displayName", user.displayName().value())
                        .bind("displayNameKey", user.displayName().key())
                        .bind(
                                "passwordHash",
                                passwordHash.map(PasswordHash::reveal).orElse(null))
                        .bind("avatarUrl", UserRows.text(user.avatarUrl()))
                        .bind("bio", UserRows.text(user.bio()))
                        .bind("provider", user.provider())
                        .bind("active", user.active())
                        .bind("createdAt", Columns.time(user.createdAt()))
                        .bind("lastSeen", user.lastSeen().map(Columns::time).orElse(null))
                        .execute()
                == 1;
    }

    /** Why {@link #insert} added nothing. */
    static ChatException.Conflict conflict(Handle handle, User user) {
        boolean emailTaken = user.email().isPresent()
                && handle.createQuery("SELECT EXISTS (SELECT 1 FROM users WHERE email_key = :key)")
                        .bind("key", user.email().orElseThrow().key())
                        .mapTo(Boolean.class)
                        .one();
        return new ChatException.Conflict(emailTaken ? ErrorCode.EMAIL_TAKEN : ErrorCode.USERNAME_TAKEN);
    }
}
