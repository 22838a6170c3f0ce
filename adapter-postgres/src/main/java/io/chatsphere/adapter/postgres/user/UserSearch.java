package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Summaries;
import io.chatsphere.domain.user.Handles;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds users by the beginning of a name. */
final class UserSearch {
    /** No name holds this code point, the last one of all; keys are compared byte by byte. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /**
     * By username the index gives the page in its order. By display name it gives all who match, in the order that makes the
     * planner choose it, and their usernames with them; the users themselves are read for the page alone.
     */
    private static final String SQL =
            """
            WITH by_username AS MATERIALIZED (
                SELECT username_key FROM users
                WHERE is_active AND username_key >= :start AND username_key < :end AND username_key > :after
                ORDER BY username_key LIMIT :limit
            ), by_display_name AS MATERIALIZED (
                SELECT username_key FROM users
                WHERE is_active AND display_name_key >= :start AND display_name_key < :end AND username_key > :after
                    AND :start <> ''
                ORDER BY display_name_key, username_key
            ), page AS MATERIALIZED (
                SELECT username_key, row_number() OVER (ORDER BY username_key) AS number
                FROM (SELECT username_key FROM by_username UNION SELECT username_key FROM by_display_name) found
                ORDER BY username_key LIMIT :limit
            )
            SELECT
            """ + Summaries.COLUMNS + "FROM page JOIN users u USING (username_key) ORDER BY page.number";

    private UserSearch() {}

    static List<UserSummary> run(Handle handle, String start, Optional<Username> after, int limit) {
        String key = Handles.key(start);
        if (!Columns.isText(key)) {
            return List.of();
        }
        return handle.createQuery(SQL)
                .bind("start", key)
                .bind("end", key + LAST)
                .bind("after", after.map(Username::key).orElse(""))
                .bind("limit", limit)
                .map((row, context) -> Summaries.read(row))
                .list();
    }
}
