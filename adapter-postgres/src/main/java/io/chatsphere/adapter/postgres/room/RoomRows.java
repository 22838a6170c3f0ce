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
    public static final String COLUMNS = columns("");

    private RoomRows() {}

    /** The columns of {@code rooms r}, under names that begin with {@code prefix}. */
    public static String columns(String prefix) {
        return """
                 r.id AS %1$sid, r.kind AS %1$skind, r.slug AS %1$sslug, r.user_low AS %1$suser_low,
                r.user_high AS %1$suser_high, r.name AS %1$sname, r.description AS %1$sdescription,
                r.avatar_url AS %1$savatar_url, r.max_members AS %1$smax_members,
                r.history_visibility AS %1$shistory_visibility, r.created_by AS %1$screated_by,
                r.created_at AS %1$screated_at, r.archived_at AS %1$sarchived_at, r.revision AS %1$srevision
                """.formatted(prefix);
    }

    /** Reads {@link #COLUMNS}. */
    public static Room room(ResultSet row, StatementContext context) throws SQLException {
        return room(row, "");
    }

    /** Reads {@link #columns}. */
    public static Room room(ResultSet row, String prefix) throws SQLException {
        return new Room(
                new RoomId(Columns.uuid(row, prefix + "id")),
                RoomKind.valueOf(row.getString(prefix + "kind")),
                Columns.maybeText(row, prefix + "slug").map(Slug::new),
                pair(row, prefix),
                details(row, prefix),
                HistoryVisibility.valueOf(row.getString(prefix + "history_visibility")),
                Columns.maybeUuid(row, prefix + "created_by").map(UserId::new),
                Columns.instant(row, prefix + "created_at"),
                Columns.maybeInstant(row, prefix + "archived_at"),
                new Revision(row.getLong(prefix + "revision")));
    }

    private static Optional<DirectPair> pair(ResultSet row, String prefix) throws SQLException {
        Optional<UUID> low = Columns.maybeUuid(row, prefix + "user_low");
        UUID high = row.getObject(prefix + "user_high", UUID.class);
        return low.map(value -> new DirectPair(new UserId(value), new UserId(high)));
    }

    private static RoomDetails details(ResultSet row, String prefix) throws SQLException {
        int maxMembers = row.getInt(prefix + "max_members");
        return new RoomDetails(
                row.getString(prefix + "name"),
                Columns.maybeText(row, prefix + "description"),
                Columns.maybeText(row, prefix + "avatar_url").map(AvatarUrl::new),
                maxMembers == 0 ? OptionalInt.empty() : OptionalInt.of(maxMembers));
    }
}
