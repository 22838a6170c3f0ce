package io.chatsphere.adapter.postgres.delivery;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Database;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Reads changes from PostgreSQL: several statements of one answer on one snapshot, and the counter first. */
public final class JdbiChangeLog implements ChangeLog {
    private final Database database;

    public JdbiChangeLog(Database database) {
        this.database = database;
    }

    @Override
    public Epoch epoch() {
        return new Epoch(database.read(handle ->
                handle.createQuery("SELECT value FROM epoch").mapTo(UUID.class).one()));
    }

    @Override
    public Map<RoomId, Revision> heads(Collection<RoomId> rooms) {
        UUID[] ids = Columns.uuids(rooms, RoomId::value);
        String sql = "SELECT room_id, revision FROM room_counters WHERE room_id = ANY (:ids)";
        return database.read(handle -> heads(handle, sql, ids, RoomId::new));
    }

    @Override
    public Map<UserId, Revision> userHeads(Collection<UserId> users) {
        UUID[] ids = Columns.uuids(users, UserId::value);
        String sql = "SELECT user_id, revision FROM user_counters WHERE user_id = ANY (:ids)";
        return database.read(handle -> heads(handle, sql, ids, UserId::new));
    }

    @Override
    public RoomChanges since(RoomId room, Revision after, int limit) {
        return database.snapshot(handle -> RoomChangeQueries.since(handle, room, after, limit));
    }

    @Override
    public UserChanges userSince(UserId user, Revision after) {
        return database.snapshot(handle -> UserChangeQueries.since(handle, user, after));
    }

    @Override
    public Optional<UserState> userState(UserId user) {
        return database.snapshot(handle -> UserChangeQueries.state(handle, user));
    }

    private static <T> Map<T, Revision> heads(Handle handle, String sql, UUID[] ids, Function<UUID, T> id) {
        Map<T, Revision> heads = new HashMap<>();
        handle.createQuery(sql)
                .bind("ids", ids)
                .map((row, context) -> Map.entry(id.apply(row.getObject(1, UUID.class)), new Revision(row.getLong(2))))
                .forEach(head -> heads.put(head.getKey(), head.getValue()));
        return heads;
    }
}
