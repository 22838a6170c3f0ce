package io.chatsphere.adapter.postgres.delivery;

import io.chatsphere.adapter.postgres.message.MessageRows;
import io.chatsphere.adapter.postgres.room.MembershipRows;
import io.chatsphere.adapter.postgres.room.RoomRows;
import io.chatsphere.adapter.postgres.sql.Summaries;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads a room's changes inside a snapshot: one indexed query per table, merged by revision. */
final class RoomChangeQueries {
    private static final String MESSAGES = "SELECT " + MessageRows.COLUMNS
            + "FROM (SELECT * FROM messages WHERE room_id = :room AND revision > :after ORDER BY revision LIMIT :limit) m "
            + MessageRows.AUTHOR;

    private static final String MEMBERS =
            "SELECT " + MembershipRows.COLUMNS + ", u.username, u.display_name, u.avatar_url"
                    + " FROM room_members m JOIN users u ON u.id = m.user_id"
                    + " WHERE m.room_id = :room AND m.revision > :after AND m.revision > 0 ORDER BY m.revision LIMIT :limit";

    private static final String DETAILS =
            "SELECT " + RoomRows.COLUMNS + "FROM rooms r WHERE r.id = :room AND r.revision > :after LIMIT :limit";

    private RoomChangeQueries() {}

    static RoomChanges since(Handle handle, RoomId room, Revision after, int limit) {
        Optional<Revision> head = head(handle, room);
        if (head.isEmpty() || !head.get().isAfter(after)) {
            return new RoomChanges(List.of(), head.orElse(Revision.ZERO), true);
        }
        List<RoomChange> changes = new ArrayList<>();
        RowMapper<RoomChange> message = (row, context) -> new RoomChange.OfMessage(MessageRows.message(row, context));
        RowMapper<RoomChange> membership = (row, context) ->
                new RoomChange.OfMembership(MembershipRows.membership(row, context), Summaries.read(row));
        RowMapper<RoomChange> details = (row, context) -> new RoomChange.OfDetails(RoomRows.room(row, context));
        changes.addAll(read(handle, MESSAGES, room, after, limit, message));
        changes.addAll(read(handle, MEMBERS, room, after, limit, membership));
        changes.addAll(read(handle, DETAILS, room, after, limit, details));
        changes.sort(Comparator.comparing(RoomChange::revision));
        if (changes.size() <= limit) {
            return new RoomChanges(changes, head.get(), true);
        }
        List<RoomChange> page = changes.subList(0, limit);
        return new RoomChanges(page, page.getLast().revision(), false);
    }

    private static Optional<Revision> head(Handle handle, RoomId room) {
        return handle.createQuery("SELECT revision FROM room_counters WHERE room_id = :room")
                .bind("room", room.value())
                .mapTo(Long.class)
                .findOne()
                .map(Revision::new);
    }

    /** One more than the limit, so that it shows whether there is more. */
    private static List<RoomChange> read(
            Handle handle, String sql, RoomId room, Revision after, int limit, RowMapper<RoomChange> mapper) {
        return handle.createQuery(sql)
                .bind("room", room.value())
                .bind("after", after.value())
                .bind("limit", limit + 1)
                .map(mapper)
                .list();
    }
}
