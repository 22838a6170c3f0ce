package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads memberships. */
public final class MembershipRows {
    /** The columns of {@code room_members m}. */
    public static final String COLUMNS = """
            m.room_id, m.user_id, m.role, m.joined_revision, m.joined_position, m.revision, m.user_revision, m.left_at
            """;

    private MembershipRows() {}

    /** Reads {@link #COLUMNS}. */
    public static Membership membership(ResultSet row, StatementContext context) throws SQLException {
        return new Membership(
                new RoomId(Columns.uuid(row, "room_id")),
                new UserId(Columns.uuid(row, "user_id")),
                RoomRole.valueOf(row.getString("role")),
                new Revision(row.getLong("joined_revision")),
                new Position(row.getLong("joined_position")),
                new Revision(row.getLong("revision")),
                new Revision(row.getLong("user_revision")),
                Columns.maybeInstant(row, "left_at"));
    }
}
