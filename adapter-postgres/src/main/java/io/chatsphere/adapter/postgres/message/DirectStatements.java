package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.message.DirectBatch.Before;
import io.chatsphere.adapter.postgres.message.DirectBatch.Line;
import io.chatsphere.adapter.postgres.message.DirectBatch.Share;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.ClientRequest;
import io.chatsphere.domain.message.MessageDraft;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A transaction of appends that looks at nothing first, in READ COMMITTED and in one round trip. */
final class DirectStatements {
    /**
     * Rooms are locked in the order of their ids, as everywhere, or two writers could each hold what the other waits for:
     * a counter moves when its lock was taken, and not before.
     */
    private static final String APPEND = """
            WITH room AS MATERIALIZED (
                SELECT room_id, access_revision FROM room_counters
                WHERE room_id = ANY (?) ORDER BY room_id FOR NO KEY UPDATE
            ), moved AS (
                UPDATE room_counters c
                SET position = c.position + s.size, revision = c.revision + s.size,
                    last_message_at = to_timestamp(s.last_message_at / 1000.0::float8)
                FROM room r
                JOIN unnest(?, ?, ?, ?) AS s(room_id, access, size, last_message_at)
                  ON s.room_id = r.room_id AND s.access = r.access_revision
                WHERE c.room_id = r.room_id
                RETURNING c.room_id, c.position - s.size AS position, c.revision - s.size AS revision
            ), stored AS (
                INSERT INTO messages (room_id, position, id, sent_revision, revision, from_user_id, created_at,
                    reply_to_position, request_hash, message_type, client_message_id, content)
                SELECT m.room_id, m.position + l.place, l.id, m.revision + l.place, m.revision + l.place, l.from_user_id,
                    to_timestamp(l.created_at / 1000.0::float8), nullif(l.reply_to_position, 0), l.request_hash,
                    l.message_type, l.client_message_id, l.content
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS l(room_id, place, id, from_user_id, created_at,
                    reply_to_position, request_hash, message_type, client_message_id, content)
                JOIN moved m ON m.room_id = l.room_id
            )
            SELECT room_id, position, revision FROM moved""";

    private static final String FIND = "SELECT id, position, sent_revision FROM messages WHERE id = ANY (?)";

    private final Connection connection;
    private final SqlArrays arrays;

    DirectStatements(Connection connection) {
        this.connection = connection;
        this.arrays = new SqlArrays(connection);
    }

    /**
     * Moves the counters of those rooms whose access is as expected, inserts what goes there and commits.
     *
     * @return those rooms, with what their counters were before
     * @throws SQLException also if a client id was used before; nothing is stored then
     */
    Map<RoomId, Before> commit(DirectBatch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND + ";COMMIT")) {
            bindShares(statement, batch.shares());
            bindLines(statement, batch.lines());
            statement.execute();
            Map<RoomId, Before> moved = new HashMap<>();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    moved.put(new RoomId(rows.getObject(1, UUID.class)), new Before(rows.getLong(2), rows.getLong(3)));
                }
            }
            return moved;
        }
    }

    /** What a transaction whose connection broke, and whose session is over, has committed: as {@link #commit} would have told. */
    Map<RoomId, Before> find(DirectBatch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(
                    1, arrays.uuids(batch.lines(), line -> line.draft().id().value()));
            Map<UUID, Line> lines = batch.lines().stream()
                    .collect(Collectors.toMap(line -> line.draft().id().value(), Function.identity(), (a, b) -> a));
            Map<RoomId, Before> moved = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Line line = lines.get(rows.getObject(1, UUID.class));
                    moved.put(line.draft().room(), line.before(rows.getLong(2), rows.getLong(3)));
                }
            }
            return moved;
        }
    }

    private void bindShares(PreparedStatement statement, Collection<Share> shares) throws SQLException {
        statement.setArray(1, arrays.uuids(shares, share -> share.room().value()));
        statement.setArray(2, arrays.uuids(shares, share -> share.room().value()));
        statement.setArray(3, arrays.longs(shares, Share::access));
        statement.setArray(4, arrays.longs(shares, Share::size));
        statement.setArray(5, arrays.longs(shares, Share::lastMessageAt));
    }

    private void bindLines(PreparedStatement statement, List<Line> lines) throws SQLException {
        List<MessageDraft> drafts = lines.stream().map(Line::draft).toList();
        statement.setArray(6, arrays.uuids(drafts, draft -> draft.room().value()));
        statement.setArray(7, arrays.longs(lines, Line::place));
        statement.setArray(8, arrays.uuids(drafts, draft -> draft.id().value()));
        statement.setArray(9, arrays.uuids(drafts, draft -> draft.author().id().value()));
        statement.setArray(10, arrays.longs(drafts, draft -> draft.createdAt().toEpochMilli()));
        statement.setArray(11, arrays.longs(drafts, DirectStatements::replyTo));
        statement.setArray(
                12,
                arrays.uuids(
                        drafts,
                        draft -> draft.request().map(r -> r.hash().value()).orElse(null)));
        statement.setArray(13, arrays.texts(drafts, draft -> draft.type().name()));
        statement.setArray(
                14,
                arrays.texts(
                        drafts,
                        draft -> draft.request()
                                .map(ClientRequest::id)
                                .map(id -> id.value())
                                .orElse(null)));
        statement.setArray(15, arrays.texts(drafts, draft -> draft.content().text()));
    }

    private static long replyTo(MessageDraft draft) {
        return draft.replyTo().map(reply -> reply.position().value()).orElse(0L);
    }
}
