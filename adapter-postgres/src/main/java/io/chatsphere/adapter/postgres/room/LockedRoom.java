package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** A room whose counter this transaction has locked: nothing in it changes until the transaction ends. */
public record LockedRoom(RoomId id, Position position, Revision revision, RoomKind kind, boolean archived) {
    static LockedRoom read(ResultSet row, StatementContext context) throws SQLException {
        return new LockedRoom(
                new RoomId(Columns.uuid(row, "room_id")),
                new Position(row.getLong("position")),
                new Revision(row.getLong("revision")),
                RoomKind.valueOf(row.getString("kind")),
                row.getBoolean("archived"));
    }

    /** A membership that begins here and now, which is no change of the room. */
    Membership begin(UserId user, RoomRole role, Revision userRevision) {
        return new Membership(id, user, role, revision, position, Revision.ZERO, userRevision, Optional.empty());
    }
}
