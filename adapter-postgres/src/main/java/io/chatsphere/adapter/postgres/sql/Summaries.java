package io.chatsphere.adapter.postgres.sql;

import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads what everybody may see of a user: every feature shows it beside rows of its own. */
public final class Summaries {
    /** What {@link #read(ResultSet)} reads of {@code users u}, beside other columns. */
    public static final String COLUMNS = columns("");

    private Summaries() {}

    /** What {@link #read(ResultSet, String)} reads of {@code users u}, under names that begin with {@code prefix}. */
    public static String columns(String prefix) {
        return """
                 u.id AS %1$suser_id, u.username AS %1$susername, u.display_name AS %1$sdisplay_name,
                u.avatar_url AS %1$savatar_url
                """.formatted(prefix);
    }

    /** Reads {@link #COLUMNS}. */
    public static UserSummary read(ResultSet row) throws SQLException {
        return read(row, "");
    }

    /** Reads {@link #columns}. */
    public static UserSummary read(ResultSet row, String prefix) throws SQLException {
        return new UserSummary(
                new UserId(Columns.uuid(row, prefix + "user_id")),
                new Username(row.getString(prefix + "username")),
                new DisplayName(row.getString(prefix + "display_name")),
                Columns.maybeText(row, prefix + "avatar_url").map(AvatarUrl::new));
    }
}
