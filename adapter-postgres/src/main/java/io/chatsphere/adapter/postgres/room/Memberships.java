package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.UserCounters;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes memberships inside a transaction of the caller: first {@link #lockPublic}, then the user's row, then
 * {@link #add}. That is the order of locks everywhere: room counters by id, then user counters by id.
 */
public final class Memberships {
    private Memberships() {}

    /**
     * Locks public rooms that take members.
     *
     * @throws ChatException.NotFound with {@code ROOM_NOT_FOUND} if one of them is no public room
     * @throws ChatException.Forbidden with {@code ROOM_ARCHIVED}
     */
    public static List<LockedRoom> lockPublic(Handle handle, Collection<RoomId> ids) {
        Set<RoomId> wanted = Set.copyOf(ids);
        if (wanted.isEmpty()) {
            return List.of();
        }
        handle.createQuery("SELECT 1 FROM room_counters WHERE room_id = ANY (:ids) ORDER BY room_id FOR NO KEY UPDATE")
                .bind("ids", Columns.uuids(wanted, RoomId::value))
                .mapTo(Integer.class)
                .list();
        // Read behind the lock, in a statement of its own: this one sees what the lock waited for.
        return requireOpen(handle, wanted);
    }

    /**
     * The membership of somebody who is a member of this public room now; locks nothing.
     *
     * @throws ChatException as {@link #lockPublic}
     */
    static Optional<Membership> present(Handle handle, RoomId room, UserId user) {
        requireOpen(handle, Set.of(room));
        return find(handle, room, user).filter(Membership::isActive);
    }

    private static List<LockedRoom> requireOpen(Handle handle, Set<RoomId> wanted) {
        List<LockedRoom> rooms = handle.createQuery("""
                        SELECT c.room_id, c.position, c.revision, r.kind, r.archived_at IS NOT NULL AS archived
                        FROM room_counters c JOIN rooms r ON r.id = c.room_id
                        WHERE c.room_id = ANY (:ids) ORDER BY c.room_id
                        """)
                .bind("ids", Columns.uuids(wanted, RoomId::value))
                .map(LockedRoom::read)
                .list();
        if (rooms.size() < wanted.size() || rooms.stream().anyMatch(room -> room.kind() != RoomKind.PUBLIC)) {
            throw new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND);
        }
        if (rooms.stream().anyMatch(LockedRoom::archived)) {
            throw new ChatException.Forbidden(ErrorCode.ROOM_ARCHIVED);
        }
        return rooms;
    }

    /**
     * Makes the user a plain member of these rooms as of now, each with the next revision of the user. The memberships must
     * not last already.
     *
     * @throws ChatException.NotFound with {@code USER_NOT_FOUND} if there is no such user
     */
    public static void add(Handle handle, List<LockedRoom> rooms, UserId user, Instant now) {
        if (rooms.isEmpty()) {
            return;
        }
        Revision last = UserCounters.bump(handle, user, rooms.size())
                .orElseThrow(() -> new ChatException.NotFound(ErrorCode.USER_NOT_FOUND));
        List<Membership> begun = new ArrayList<>();
        for (LockedRoom room : rooms) {
            last = last.next();
            begun.add(room.begin(user, RoomRole.MEMBER, last));
        }
        begin(handle, begun, now);
    }

    /** Stores memberships that begin now, each with a read mark where it begins. */
    static void begin(Handle handle, List<Membership> memberships, Instant now) {
        PreparedBatch batch = handle.prepareBatch(BEGIN);
        for (Membership membership : memberships) {
            batch.bind("room", membership.room().value())
                    .bind("user", membership.user().value())
                    .bind("role", membership.role().name())
                    .bind("joinedRevision", membership.joinedRevision().value())
                    .bind("joinedPosition", membership.joinedPosition().value())
                    .bind("now", Columns.time(now))
                    .bind("revision", membership.revision().value())
                    .bind("userRevision", membership.userRevision().value())
                    .add();
        }
        batch.execute();
    }

    static Optional<Membership> find(Handle handle, RoomId room, UserId user) {
        return handle.createQuery("SELECT " + MembershipRows.COLUMNS
                        + "FROM room_members m WHERE m.room_id = :room AND m.user_id = :user")
                .bind("room", room.value())
                .bind("user", user.value())
                .map(MembershipRows::membership)
                .findOne();
    }

    /**
     * Who comes back keeps the row; where beginning is no change of the room, the row's revision in the room is left alone.
     */
    private static final String BEGIN = """
            WITH marked AS (
                INSERT INTO room_preferences (room_id, user_id, read_position) VALUES (:room, :user, :joinedPosition)
                ON CONFLICT (room_id, user_id) DO UPDATE SET read_position = excluded.read_position
            )
            INSERT INTO room_members AS m
                (room_id, user_id, role, joined_revision, joined_position, joined_at, revision, user_revision)
            VALUES (:room, :user, :role, :joinedRevision, :joinedPosition, :now, :revision, :userRevision)
            ON CONFLICT (room_id, user_id) DO UPDATE SET
                role = excluded.role, joined_revision = excluded.joined_revision,
                joined_position = excluded.joined_position, joined_at = excluded.joined_at,
                revision = greatest(m.revision, excluded.revision), user_revision = excluded.user_revision,
                left_at = NULL
            """;
}
