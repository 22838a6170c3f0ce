package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.Bio;
import io.chatsphere.domain.user.Credentials;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.Username;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads users. */
final class UserRows {
    /** What {@link #user} reads of {@code users}. */
    static final String COLUMNS =
            " id, username, email, display_name, avatar_url, bio, provider, is_active, created_at, last_seen ";

    private UserRows() {}

    /** Reads {@link #COLUMNS}. */
    static User user(ResultSet row, StatementContext context) throws SQLException {
        return new User(
                new UserId(Columns.uuid(row, "id")),
                new Username(row.getString("username")),
                Columns.maybeText(row, "email").map(Email::new),
                new DisplayName(row.getString("display_name")),
                Columns.maybeText(row, "avatar_url").map(AvatarUrl::new),
                Columns.maybeText(row, "bio").map(Bio::new),
                row.getString("provider"),
                row.getBoolean("is_active"),
                Columns.instant(row, "created_at"),
                Columns.maybeInstant(row, "last_seen"));
    }

    /** What is stored of a value that may be missing: its text, or null as JDBC has it. */
    static String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    /** Reads {@link #COLUMNS} and a password hash that is there. */
    static Credentials credentials(ResultSet row, StatementContext context) throws SQLException {
        return new Credentials(user(row, context), new PasswordHash(row.getString("password_hash")));
    }
}
