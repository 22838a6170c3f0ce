package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Summaries;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.message.Repeat;
import io.chatsphere.domain.message.ReplyTo;
import io.chatsphere.domain.message.RequestHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads messages. */
public final class MessageRows {
    /** What {@link #message} reads, of {@code messages m} and {@link #AUTHOR}. */
    public static final String COLUMNS = """
            m.id, m.room_id, m.position, m.sent_revision, m.revision, m.content, m.message_type, m.reply_to_position,
            (
                SELECT replied.id FROM messages replied
                WHERE replied.room_id = m.room_id AND replied.position >= m.reply_to_position
                ORDER BY replied.position
                LIMIT 1
            ) AS reply_to_id,
            m.client_message_id, m.created_at, m.edited_at, m.deleted_at,
            """ + Summaries.COLUMNS;

    /**
     * The author as of now. This and the answered message are probes of an index for each row that is read, by form and not
     * by the planner's choice: plans are kept, and one that was made while the tables were small would read them whole
     * later. For the same reason a probe of messages asks for the order of the index that is meant (SessionSettings).
     */
    public static final String AUTHOR =
            " CROSS JOIN LATERAL (SELECT * FROM users WHERE id = m.from_user_id LIMIT 1) u ";

    private MessageRows() {}

    /** Reads {@link #COLUMNS}. */
    public static Message message(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    private static Message read(ResultSet row) throws SQLException {
        return new Message(
                new MessageId(Columns.uuid(row, "id")),
                new RoomId(Columns.uuid(row, "room_id")),
                new Position(row.getLong("position")),
                new Revision(row.getLong("sent_revision")),
                new Revision(row.getLong("revision")),
                Summaries.read(row),
                Columns.maybeText(row, "content").map(MessageContent::new),
                MessageType.valueOf(row.getString("message_type")),
                replyTo(row),
                Columns.maybeText(row, "client_message_id").map(ClientMessageId::new),
                Columns.instant(row, "created_at"),
                Columns.maybeInstant(row, "edited_at"),
                Columns.maybeInstant(row, "deleted_at"));
    }

    /** Reads {@link #COLUMNS} and a request hash that is there. */
    static Repeat repeat(ResultSet row) throws SQLException {
        return new Repeat(read(row), new RequestHash(Columns.uuid(row, "request_hash")));
    }

    private static Optional<ReplyTo> replyTo(ResultSet row) throws SQLException {
        Optional<UUID> id = Columns.maybeUuid(row, "reply_to_id");
        Position position = new Position(row.getLong("reply_to_position"));
        return id.map(value -> new ReplyTo(new MessageId(value), position));
    }
}
