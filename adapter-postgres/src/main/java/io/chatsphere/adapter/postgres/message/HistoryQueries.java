package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.message.HistoryPage;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.HistoryQuery.Range;
import io.chatsphere.domain.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads parts of a room's history, each by one range of the key (room, position). */
final class HistoryQueries {
    private static final String VISIBLE = " (:includeDeleted OR m.deleted_at IS NULL) ";

    private HistoryQueries() {}

    static HistoryPage read(Handle handle, HistoryQuery query) {
        return switch (query.range()) {
            case Range.Offset offset -> offset(handle, query, offset.offset());
            case Range.Before before -> before(handle, query, before.position().value());
            case Range.After after -> after(handle, query, after.position().value());
        };
    }

    /** The positions are computed from the counter; what lies at them cannot come or go any more. */
    private static HistoryPage offset(Handle handle, HistoryQuery query, long offset) {
        Optional<Long> last = handle.createQuery("SELECT position FROM room_counters WHERE room_id = :room")
                .bind("room", query.room().value())
                .mapTo(Long.class)
                .findOne();
        if (last.isEmpty() || offset >= last.get()) {
            return new HistoryPage(List.of(), false);
        }
        long to = last.get() - offset;
        long from = Math.max(to - query.limit(), 0);
        List<Message> page = page(handle, query, from, to + 1, "ASC", query.limit());
        return new HistoryPage(page, olderExists(handle, query, from));
    }

    private static HistoryPage before(Handle handle, HistoryQuery query, long position) {
        List<Message> found = new ArrayList<>(page(handle, query, 0, position, "DESC", query.limit() + 1));
        boolean hasMore = found.size() > query.limit();
        List<Message> newestFirst = hasMore ? found.subList(0, query.limit()) : found;
        return new HistoryPage(newestFirst.reversed(), hasMore);
    }

    private static HistoryPage after(Handle handle, HistoryQuery query, long position) {
        List<Message> found = page(handle, query, position, Long.MAX_VALUE, "ASC", query.limit() + 1);
        boolean hasMore = found.size() > query.limit();
        return new HistoryPage(hasMore ? found.subList(0, query.limit()) : found, hasMore);
    }

    /** Visible messages strictly between two positions. They are chosen first, then joined: never more than asked for. */
    private static List<Message> page(
            Handle handle, HistoryQuery query, long above, long below, String order, int limit) {
        return handle.createQuery("SELECT " + MessageRows.COLUMNS
                        + "FROM (SELECT * FROM messages m WHERE m.room_id = :room AND m.position > :above"
                        + " AND m.position < :below AND" + VISIBLE
                        + "ORDER BY m.position " + order + " LIMIT :limit) m "
                        + MessageRows.AUTHOR
                        + "ORDER BY m.position " + order)
                .bind("room", query.room().value())
                .bind("above", Math.max(above, query.visibleAfter().value()))
                .bind("below", below)
                .bind("includeDeleted", query.includeDeleted())
                .bind("limit", limit)
                .map(MessageRows::message)
                .list();
    }

    private static boolean olderExists(Handle handle, HistoryQuery query, long upTo) {
        return handle.createQuery("SELECT 1 FROM messages m WHERE m.room_id = :room"
                        + " AND m.position > :above AND m.position <= :upTo AND" + VISIBLE
                        + "ORDER BY m.position DESC LIMIT 1")
                .bind("room", query.room().value())
                .bind("above", query.visibleAfter().value())
                .bind("upTo", upTo)
                .bind("includeDeleted", query.includeDeleted())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
