package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.Repeat;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds and counts messages. */
final class MessageQueries {
    private static final int TIME_SHIFT = 16;
    private static final long ALMOST_A_MILLISECOND = 999_999;

    private MessageQueries() {}

    static Optional<Message> find(Handle handle, MessageId id) {
        return handle.createQuery(
                        "SELECT " + MessageRows.COLUMNS + "FROM messages m " + MessageRows.AUTHOR + "WHERE m.id = :id")
                .bind("id", id.value())
                .map(MessageRows::message)
                .findFirst();
    }

    static Optional<Repeat> findRepeat(Handle handle, RoomId room, UserId sender, ClientMessageId id) {
        return handle.createQuery("SELECT m.request_hash, " + MessageRows.COLUMNS
                        + """
                        FROM (
                            SELECT * FROM messages
                            WHERE room_id = :room AND from_user_id = :sender AND client_message_id >= :id
                            ORDER BY client_message_id
                            LIMIT 1
                        ) m
                        """
                        + MessageRows.AUTHOR
                        + "WHERE m.client_message_id = :id")
                .bind("room", room.value())
                .bind("sender", sender.value())
                .bind("id", id.value())
                .map((row, context) -> MessageRows.repeat(row))
                .findOne();
    }

    /** The last position of a room is the number of its messages. */
    static long count(Handle handle) {
        return handle.createQuery("SELECT coalesce(sum(position), 0)::bigint FROM room_counters")
                .mapTo(Long.class)
                .one();
    }

    static long countSince(Handle handle, Instant start) {
        return handle.createQuery("SELECT count(*) FROM (SELECT id FROM messages WHERE id >= :first ORDER BY id) since")
                .bind("first", before(start))
                .mapTo(Long.class)
                .one();
    }

    /** Sorts before every id of version 7 that was made at {@code start} or later, and behind every earlier one. */
    private static UUID before(Instant start) {
        long millis = start.plusNanos(ALMOST_A_MILLISECOND).toEpochMilli();
        return new UUID(Math.max(millis, 0) << TIME_SHIFT, 0);
    }
}
