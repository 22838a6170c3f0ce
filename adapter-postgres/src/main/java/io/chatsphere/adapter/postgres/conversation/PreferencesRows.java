package io.chatsphere.adapter.postgres.conversation;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads what members have set for themselves. */
public final class PreferencesRows {
    /** The columns of {@code room_preferences p}. */
    public static final String COLUMNS = """
            p.room_id, p.user_id, p.read_position, p.unread_floor, p.muted, p.pinned, p.archived, p.user_revision
            """;

    private PreferencesRows() {}

    /** Reads {@link #COLUMNS}. */
    public static RoomPreferences preferences(ResultSet row, StatementContext context) throws SQLException {
        return new RoomPreferences(
                new RoomId(Columns.uuid(row, "room_id")),
                new UserId(Columns.uuid(row, "user_id")),
                new Position(row.getLong("read_position")),
                new Position(row.getLong("unread_floor")),
                row.getBoolean("muted"),
                row.getBoolean("pinned"),
                row.getBoolean("archived"),
                new Revision(row.getLong("user_revision")));
    }
}
