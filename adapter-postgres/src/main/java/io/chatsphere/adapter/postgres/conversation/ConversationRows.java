package io.chatsphere.adapter.postgres.conversation;

import io.chatsphere.adapter.postgres.message.MessageRows;
import io.chatsphere.adapter.postgres.room.RoomRows;
import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Summaries;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.user.UserSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads what {@link ConversationSql} selects for one member. */
record ConversationRows(UserId member) implements RowMapper<Conversation> {
    @Override
    public Conversation map(ResultSet row, StatementContext context) throws SQLException {
        Room room = RoomRows.room(row, ConversationSql.ROOM);
        return new Conversation(
                room,
                other(row),
                lastMessage(row, context),
                new Position(row.getLong("last_position")),
                new Position(row.getLong("mark")),
                row.getInt("unread"),
                preferences(row, room),
                Columns.instant(row, "updated_at"),
                new Revision(row.getLong("head")));
    }

    private static Optional<UserSummary> other(ResultSet row) throws SQLException {
        boolean isThere =
                Columns.maybeUuid(row, ConversationSql.OTHER + "user_id").isPresent();
        return isThere ? Optional.of(Summaries.read(row, ConversationSql.OTHER)) : Optional.empty();
    }

    private static Optional<Message> lastMessage(ResultSet row, StatementContext context) throws SQLException {
        boolean isThere = Columns.maybeUuid(row, "id").isPresent();
        return isThere ? Optional.of(MessageRows.message(row, context)) : Optional.empty();
    }

    /** A member without a row has set nothing: all columns are null then, which reads as zero and false. */
    private RoomPreferences preferences(ResultSet row, Room room) throws SQLException {
        return new RoomPreferences(
                room.id(),
                member,
                new Position(row.getLong("read_position")),
                new Position(row.getLong("unread_floor")),
                row.getBoolean("muted"),
                row.getBoolean("pinned"),
                row.getBoolean("archived"),
                new Revision(row.getLong("user_revision")));
    }
}
