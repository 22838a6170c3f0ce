package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.Login;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads logins. */
final class LoginRows {
    /** What {@link #login} reads of {@code logins l}. */
    static final String COLUMNS = " l.id, l.user_id, l.device, l.address, l.created_at, l.last_seen_at, l.expires_at ";

    /** Whether {@code logins l} of {@code users u} is active at {@code :now}. */
    static final String ACTIVE = " (l.ended_at IS NULL AND l.expires_at > :now AND u.is_active) ";

    private LoginRows() {}

    /** Reads {@link #COLUMNS}. */
    static Login login(ResultSet row, StatementContext context) throws SQLException {
        return new Login(
                new LoginId(Columns.uuid(row, "id")),
                new UserId(Columns.uuid(row, "user_id")),
                row.getString("device"),
                row.getString("address"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "last_seen_at"),
                Columns.instant(row, "expires_at"));
    }
}
