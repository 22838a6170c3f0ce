package io.chatsphere.adapter.postgres.conversation;

import io.chatsphere.adapter.postgres.message.MessageRows;
import io.chatsphere.adapter.postgres.room.RoomRows;
import io.chatsphere.adapter.postgres.sql.Summaries;
import io.chatsphere.domain.conversation.Conversation;

/**
 * The one statement that reads conversations. First the rooms of the page are chosen; what lies in the messages is looked up
 * for these alone, each by a probe of the index that is meant (see {@link MessageRows#AUTHOR}).
 */
final class ConversationSql {
    /** Precedes the columns of the room. */
    static final String ROOM = "r_";

    /** Precedes the columns of the other user of a direct room. */
    static final String OTHER = "o_";

    /**
     * So many positions at the end of a room tell that more is unread than is counted, unless half of them were deleted.
     */
    private static final int LATELY = 2 * (Conversation.MAX_UNREAD + 1);

    /** The rooms whose member {@code :user} is, with what orders them: {@code updated_at}, then the room's id. */
    private static final String MEMBERSHIPS = """
            SELECT r.*, m.user_id, m.joined_position, c.position AS last_position, c.revision AS head,
                coalesce(c.last_message_at, r.created_at) AS updated_at
            FROM (SELECT * FROM room_members WHERE %s AND left_at IS NULL ORDER BY %s) m
            CROSS JOIN LATERAL (SELECT * FROM rooms WHERE id = m.room_id LIMIT 1) r
            CROSS JOIN LATERAL (SELECT * FROM room_counters WHERE room_id = m.room_id LIMIT 1) c
            """;

    private static final String PAGE = MEMBERSHIPS.formatted("user_id = :user", "user_revision") + """
            WHERE (r.kind <> 'DIRECT' OR c.position > 0)
              AND (coalesce(c.last_message_at, r.created_at), r.id) < (:updatedAt, :room)
            ORDER BY updated_at DESC, r.id DESC
            LIMIT :limit
            """;

    private static final String ONE = MEMBERSHIPS.formatted("room_id = :room AND user_id = :user", "room_id, user_id");

    /**
     * The effective read mark. The member's own last message is the last one of those who sort up to them, if that is they.
     */
    private static final String MARK = """
            LEFT JOIN LATERAL (
                SELECT * FROM room_preferences WHERE room_id = r.id AND user_id = r.user_id LIMIT 1
            ) p ON true
            LEFT JOIN LATERAL (
                SELECT from_user_id, position FROM messages
                WHERE room_id = r.id AND from_user_id <= r.user_id
                ORDER BY from_user_id DESC, position DESC
                LIMIT 1
            ) own ON own.from_user_id = r.user_id
            CROSS JOIN LATERAL (
                SELECT greatest(r.joined_position, p.read_position,
                    CASE WHEN own.position > coalesce(p.unread_floor, 0) THEN own.position END) AS position
            ) mark
            """;

    private static final String LATELY_DELETED =
            """
            CROSS JOIN LATERAL (%s) lately
            """.formatted(deletedBehind("greatest(mark.position, r.last_position - " + LATELY + ")"));

    /** What is not deleted behind the read mark. All of it is looked at only if the end alone does not tell. */
    private static final String UNREAD =
            """
            least(%2$d, CASE
                WHEN r.last_position - mark.position > %1$d AND %1$d - lately.deleted < %2$d
                    THEN r.last_position - mark.position - (%3$s)
                ELSE least(%1$d, r.last_position - mark.position) - lately.deleted
            END) AS unread
            """.formatted(LATELY, Conversation.MAX_UNREAD + 1, deletedBehind("mark.position"));

    private static final String LAST = """
            LEFT JOIN LATERAL (
                SELECT %s
                FROM (
                    SELECT * FROM messages
                    WHERE room_id = r.id AND deleted_at IS NULL
                      AND position > CASE r.history_visibility WHEN 'JOINED' THEN r.joined_position ELSE 0 END
                    ORDER BY position DESC
                    LIMIT 1
                ) m
                %s
            ) last ON true
            """.formatted(MessageRows.COLUMNS, MessageRows.AUTHOR);

    /** A page of a user's conversations; binds {@code user}, {@code updatedAt}, {@code room} and {@code limit}. */
    static final String LIST = of(PAGE) + "ORDER BY r.updated_at DESC, r.id DESC";

    /** One conversation; binds {@code user} and {@code room}. */
    static final String FIND = of(ONE);

    /** Where a member stands in a room; binds {@code user} and {@code room}. */
    static final String PLACE = "SELECT r.joined_position, r.last_position, mark.position AS mark,"
            + " coalesce(p.unread_floor, 0) AS unread_floor FROM (" + ONE + ") r " + MARK;

    private ConversationSql() {}

    private static String of(String rooms) {
        return "SELECT " + RoomRows.columns(ROOM) + "," + Summaries.columns(OTHER) + """
                , r.last_position, r.head, r.updated_at, mark.position AS mark,
                p.read_position, p.unread_floor, p.muted, p.pinned, p.archived, p.user_revision, last.*,
                """ + UNREAD + "FROM (" + rooms
                + ") r " + MARK + LATELY_DELETED + LAST + """
                LEFT JOIN LATERAL (
                    SELECT * FROM users WHERE id = CASE r.user_low WHEN r.user_id THEN r.user_high ELSE r.user_low END
                    LIMIT 1
                ) u ON true
                """;
    }

    private static String deletedBehind(String position) {
        return """
                SELECT count(*) AS deleted FROM (
                    SELECT 1 FROM messages
                    WHERE room_id = r.id AND position > %s AND deleted_at IS NOT NULL
                    ORDER BY position
                ) d""".formatted(position);
    }
}
