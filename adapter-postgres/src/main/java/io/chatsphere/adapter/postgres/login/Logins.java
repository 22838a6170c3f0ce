package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.NewLogin;
import org.jdbi.v3.core.Handle;

/** Writes logins inside a transaction of the caller. */
public final class Logins {
    private Logins() {}

    /**
     * Adds a login and its first refresh token, which begins the login's family.
     *
     * @throws ChatException.NotFound with {@code USER_NOT_FOUND}
     */
    public static void insert(Handle handle, NewLogin added) {
        Login login = added.login();
        int rows = handle.createUpdate("""
                        WITH opened AS (
                            INSERT INTO logins (id, user_id, device, address, created_at, last_seen_at, expires_at)
                            SELECT :id, u.id, :device, :address, :createdAt, :lastSeenAt, :expiresAt
                            FROM users u WHERE u.id = :user
                            RETURNING id, created_at, expires_at
                        )
                        INSERT INTO refresh_tokens (hash, family, created_at, expires_at)
                        SELECT :hash, id, created_at, expires_at FROM opened
                        """)
                .bind("id", login.id().value())
                .bind("user", login.user().value())
                .bind("device", login.device())
                .bind("address", login.address())
                .bind("createdAt", Columns.time(login.createdAt()))
                .bind("lastSeenAt", Columns.time(login.lastSeenAt()))
                .bind("expiresAt", Columns.time(login.expiresAt()))
                .bind("hash", Hashes.bytes(added.refreshToken()))
                .execute();
        if (rows == 0) {
            throw new ChatException.NotFound(ErrorCode.USER_NOT_FOUND);
        }
    }
}
