package io.chatsphere.adapter.postgres.conversation;

import io.chatsphere.adapter.postgres.sql.UserCounters;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads and stores read marks. To move one, only the user's counter is locked: whoever changes the membership or the marks
 * locks it too, and a room's last position only grows.
 */
final class ReadMarks {
    private ReadMarks() {}

    /** Where a member stands in a room now, if they are one. */
    static Optional<Place> find(Handle handle, RoomId room, UserId user) {
        return handle.createQuery(ConversationSql.PLACE)
                .bind("room", room.value())
                .bind("user", user.value())
                .map((row, context) -> new Place(
                        new Position(row.getLong("joined_position")),
                        new Position(row.getLong("mark")),
                        new Position(row.getLong("unread_floor")),
                        new Position(row.getLong("last_position"))))
                .findOne();
    }

    /** Stores a mark as the next change of the user, whose counter is locked. */
    static RoomPreferences store(Handle handle, RoomId room, UserId user, Mark mark) {
        Revision revision = UserCounters.bump(handle, user, 1).orElseThrow().next();
        return handle.createQuery("""
                        INSERT INTO room_preferences AS p (room_id, user_id, read_position, unread_floor, user_revision)
                        VALUES (:room, :user, :position, :floor, :revision)
                        ON CONFLICT (room_id, user_id) DO UPDATE SET read_position = excluded.read_position,
                            unread_floor = excluded.unread_floor, user_revision = excluded.user_revision
                        RETURNING
                        """ + PreferencesRows.COLUMNS)
                .bind("room", room.value())
                .bind("user", user.value())
                .bind("position", mark.position().value())
                .bind("floor", mark.floor().value())
                .bind("revision", revision.value())
                .map(PreferencesRows::preferences)
                .one();
    }

    /** What is stored of a read mark: up to where was read, and from where on own messages count as read. */
    record Mark(Position position, Position floor) {}

    /**
     * Where a member stands in a room.
     *
     * @param joined the room's last position when the membership began
     * @param mark the effective read mark
     * @param floor own messages count as read only behind this
     * @param last the room's last position
     */
    record Place(Position joined, Position mark, Position floor, Position last) {
        /** The mark at a position, or at the end of the room, if that is forward. */
        Optional<Mark> readTo(Optional<Position> asked) {
            Position target = asked.filter(this::isThere).orElse(last);
            return isBehind(target, mark) ? Optional.of(new Mark(target, floor)) : Optional.empty();
        }

        /** The mark before a position that the member may have read. */
        Optional<Mark> unreadFrom(Position position) {
            return isBehind(position, joined) && isThere(position)
                    ? Optional.of(new Mark(new Position(position.value() - 1), last))
                    : Optional.empty();
        }

        private boolean isThere(Position position) {
            return position.compareTo(last) <= 0;
        }

        private static boolean isBehind(Position position, Position other) {
            return position.compareTo(other) > 0;
        }
    }
}
