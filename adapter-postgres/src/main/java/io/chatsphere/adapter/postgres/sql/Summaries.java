package io.chatsphere.adapter.postgres.sql;

import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

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

    /** The summaries of those of these users who exist. */
    public static Map<UserId, UserSummary> find(Handle handle, Collection<UserId> users) {
        Map<UserId, UserSummary> found = new HashMap<>();
        handle.createQuery("SELECT " + COLUMNS + " FROM users u WHERE u.id = ANY (:ids)")
                .bind("ids", Columns.uuids(users, UserId::value))
                .map((row, context) -> read(row))
                .forEach(user -> found.put(user.id(), user));
        return found;
    }
}
