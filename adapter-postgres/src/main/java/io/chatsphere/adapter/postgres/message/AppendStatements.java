package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.message.AppendBatch.Counter;
import io.chatsphere.adapter.postgres.message.AppendBatch.Request;
import io.chatsphere.adapter.postgres.message.AppendBatch.Row;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.Repeat;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The statements of one transaction of appends that looks first, in READ COMMITTED. They go to the server in two round trips: lock and look
 * up; insert, move the counters and commit. The driver sends the statements of one text together, and the server runs them
 * one after another, each with a snapshot of its own: the lookup sees what the lock waited for.
 */
final class AppendStatements {
    /** In the order of ids, or two writers could each hold what the other waits for. */
    private static final String LOCK = """
            SELECT room_id, position, revision, access_revision FROM room_counters
            WHERE room_id = ANY (?) ORDER BY room_id FOR NO KEY UPDATE""";

    private static final String REPEATS = """
            SELECT m.request_hash, %s
            FROM unnest(?, ?, ?) AS k(room_id, from_user_id, client_message_id)
            CROSS JOIN LATERAL (
                SELECT * FROM messages x
                WHERE x.room_id = k.room_id AND x.from_user_id = k.from_user_id
                  AND x.client_message_id >= k.client_message_id
                ORDER BY x.client_message_id
                LIMIT 1
            ) m
            %s
            WHERE m.client_message_id = k.client_message_id""".formatted(MessageRows.COLUMNS, MessageRows.AUTHOR);

    private static final String INSERT = """
            INSERT INTO messages (room_id, position, id, sent_revision, revision, from_user_id, created_at,
                reply_to_position, request_hash, message_type, client_message_id, content)
            SELECT d.room_id, d.position, d.id, d.revision, d.revision, d.from_user_id,
                to_timestamp(d.created_at / 1000.0::float8), nullif(d.reply_to_position, 0), d.request_hash,
                d.message_type, d.client_message_id, d.content
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS d(room_id, position, id, revision, from_user_id, created_at,
                reply_to_position, request_hash, message_type, client_message_id, content)""";

    private static final String MOVE = """
            UPDATE room_counters c
            SET position = d.position, revision = d.revision,
                last_message_at = to_timestamp(d.last_message_at / 1000.0::float8)
            FROM unnest(?, ?, ?, ?) AS d(room_id, position, revision, last_message_at)
            WHERE c.room_id = d.room_id""";

    private static final String IS_STORED =
            "SELECT id = ? FROM messages WHERE room_id = ? AND position >= ? ORDER BY position LIMIT 1";

    private final Connection connection;
    private final SqlArrays arrays;

    AppendStatements(Connection connection) {
        this.connection = connection;
        this.arrays = new SqlArrays(connection);
    }

    /** Locks the rooms of the drafts and finds what was stored under their client ids. */
    AppendBatch begin(List<MessageDraft> drafts) throws SQLException {
        List<Request> requests =
                drafts.stream().flatMap(draft -> Request.of(draft).stream()).toList();
        String sql = requests.isEmpty() ? LOCK : LOCK + ";" + REPEATS;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, arrays.uuids(rooms(drafts), id -> id));
            if (!requests.isEmpty()) {
                statement.setArray(
                        2, arrays.uuids(requests, request -> request.room().value()));
                statement.setArray(
                        3, arrays.uuids(requests, request -> request.sender().value()));
                statement.setArray(
                        4, arrays.texts(requests, request -> request.id().value()));
            }
            statement.execute();
            Map<RoomId, Counter> counters = counters(statement.getResultSet());
            return new AppendBatch(counters, statement.getMoreResults() ? repeats(statement.getResultSet()) : Map.of());
        }
    }

    /** Inserts the rows, moves the counters and commits. */
    void commit(AppendBatch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT + ";" + MOVE + ";COMMIT")) {
            bindRows(statement, batch.rows());
            Collection<Counter> moved = batch.moved();
            statement.setArray(12, arrays.uuids(moved, counter -> counter.room().value()));
            statement.setArray(13, arrays.longs(moved, Counter::position));
            statement.setArray(14, arrays.longs(moved, Counter::revision));
            statement.setArray(15, arrays.longs(moved, Counter::lastMessageAt));
            statement.execute();
        }
    }

    /**
     * Whether a transaction that broke at its commit was committed. It held the lock that is taken here: behind it, it is
     * over.
     */
    boolean isStored(Row row) throws SQLException {
        Message message = row.message();
        UUID room = message.room().value();
        try (PreparedStatement statement = connection.prepareStatement(LOCK + ";" + IS_STORED)) {
            statement.setArray(1, arrays.uuids(List.of(room), id -> id));
            statement.setObject(2, message.id().value());
            statement.setObject(3, room);
            statement.setLong(4, message.position().value());
            statement.execute();
            statement.getMoreResults();
            try (ResultSet answer = statement.getResultSet()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void bindRows(PreparedStatement statement, List<Row> rows) throws SQLException {
        List<Message> messages = rows.stream().map(Row::message).toList();
        statement.setArray(1, arrays.uuids(messages, message -> message.room().value()));
        statement.setArray(
                2, arrays.longs(messages, message -> message.position().value()));
        statement.setArray(3, arrays.uuids(messages, message -> message.id().value()));
        statement.setArray(
                4, arrays.longs(messages, message -> message.revision().value()));
        statement.setArray(
                5, arrays.uuids(messages, message -> message.author().id().value()));
        statement.setArray(
                6, arrays.longs(messages, message -> message.createdAt().toEpochMilli()));
        statement.setArray(7, arrays.longs(messages, AppendStatements::replyTo));
        statement.setArray(
                8,
                arrays.uuids(rows, row -> row.hash().map(hash -> hash.value()).orElse(null)));
        statement.setArray(9, arrays.texts(messages, message -> message.type().name()));
        statement.setArray(
                10,
                arrays.texts(
                        messages,
                        message ->
                                message.clientMessageId().map(id -> id.value()).orElse(null)));
        statement.setArray(
                11,
                arrays.texts(
                        messages, message -> message.content().orElseThrow().text()));
    }

    private static Set<UUID> rooms(List<MessageDraft> drafts) {
        return drafts.stream().map(draft -> draft.room().value()).collect(Collectors.toSet());
    }

    private static long replyTo(Message message) {
        return message.replyTo().map(reply -> reply.position().value()).orElse(0L);
    }

    private static Map<RoomId, Counter> counters(ResultSet rows) throws SQLException {
        Map<RoomId, Counter> counters = new HashMap<>();
        while (rows.next()) {
            RoomId room = new RoomId(rows.getObject(1, UUID.class));
            counters.put(room, new Counter(room, rows.getLong(2), rows.getLong(3), rows.getLong(4), 0));
        }
        return counters;
    }

    private static Map<Request, Repeat> repeats(ResultSet rows) throws SQLException {
        Map<Request, Repeat> repeats = new HashMap<>();
        while (rows.next()) {
            Repeat repeat = MessageRows.repeat(rows);
            Message message = repeat.message();
            UserId sender = message.author().id();
            repeats.put(
                    new Request(
                            message.room(), sender, message.clientMessageId().orElseThrow()),
                    repeat);
        }
        return repeats;
    }
}
