package io.chatsphere.adapter.postgres.room;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.RoomAccess;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A room whose counter this transaction has locked, and what decides who may do what in it, read behind the lock.
 *
 * @param position the room's last position
 * @param revision the room's last revision
 */
public record LockedAccess(RoomAccess access, Position position, Revision revision) {
    /** Locks a room of any kind; empty if there is no such room. */
    public static Optional<LockedAccess> lock(Handle handle, RoomId room) {
        Optional<Counter> counter = handle.createQuery(
                        "SELECT position, revision FROM room_counters WHERE room_id = :room FOR NO KEY UPDATE")
                .bind("room", room.value())
                .map((row, context) ->
                        new Counter(new Position(row.getLong("position")), new Revision(row.getLong("revision"))))
                .findOne();
        // In a statement of its own: this one sees what the lock waited for.
        return counter.flatMap(found -> RoomQueries.access(handle, room)
                .map(access -> new LockedAccess(access, found.position(), found.revision())));
    }

    /** The room's id. */
    public RoomId id() {
        return access.room().id();
    }

    /** Moves the room's revision. */
    public void moveTo(Handle handle, Revision last) {
        move(handle, "UPDATE room_counters SET revision = :last WHERE room_id = :room", last);
    }

    /** Moves the room's revision and with it its access revision: whoever judged before must judge again. */
    void moveAccessTo(Handle handle, Revision last) {
        move(handle, "UPDATE room_counters SET revision = :last, access_revision = :last WHERE room_id = :room", last);
    }

    private void move(Handle handle, String sql, Revision last) {
        handle.createUpdate(sql)
                .bind("room", id().value())
                .bind("last", last.value())
                .execute();
    }

    private record Counter(Position position, Revision revision) {}
}
