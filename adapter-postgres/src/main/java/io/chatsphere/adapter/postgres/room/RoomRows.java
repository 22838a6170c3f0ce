package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.AvatarUrl;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rooms. */
public final class RoomRows {
    /** The columns of {@code rooms r}. */
    public static final String COLUMNS = """
            r.id, r.kind, r.slug, r.user_low, r.user_high, r.name, r.description, r.avatar_url, r.max_members,
            r.history_visibility, r.created_by, r.created_at, r.archived_at, r.revision
            """;

    private RoomRows() {}

    /** Reads {@link #COLUMNS}. */
    public static Room room(ResultSet row, StatementContext context) throws SQLException {
        return new Room(
                new RoomId(Columns.uuid(row, "id")),
                RoomKind.valueOf(row.getString("kind")),
                Columns.maybeText(row, "slug").map(Slug::new),
                pair(row),
                details(row),
                HistoryVisibility.valueOf(row.getString("history_visibility")),
                Columns.maybeUuid(row, "created_by").map(UserId::new),
                Columns.instant(row, "created_at"),
                Columns.maybeInstant(row, "archived_at"),
                new Revision(row.getLong("revision")));
    }

    private static Optional<DirectPair> pair(ResultSet row) throws SQLException {
        Optional<UUID> low = Columns.maybeUuid(row, "user_low");
        UUID high = row.getObject("user_high", UUID.class);
        return low.map(value -> new DirectPair(new UserId(value), new UserId(high)));
    }

    private static RoomDetails details(ResultSet row) throws SQLException {
        int maxMembers = row.getInt("max_members");
        return new RoomDetails(
                row.getString("name"),
                Columns.maybeText(row, "description"),
                Columns.maybeText(row, "avatar_url").map(AvatarUrl::new),
                maxMembers == 0 ? OptionalInt.empty() : OptionalInt.of(maxMembers));
    }
}
