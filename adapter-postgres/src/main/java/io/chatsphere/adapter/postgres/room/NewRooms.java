package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.UserCounters;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.Slug;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Adds rooms with their counters and first members, inside a transaction of the caller. */
final class NewRooms {
    private NewRooms() {}

    /** Adds the room and its counters, unless its slug or its pair is taken: then, and only then, false. */
    static boolean insert(Handle handle, Room room) {
        Update insert = handle.createUpdate("""
                        WITH added AS (
                            INSERT INTO rooms (id, kind, slug, user_low, user_high, name, description, avatar_url,
                                max_members, history_visibility, created_by, created_at, archived_at)
                            VALUES (:id, :kind, :slug, :low, :high, :name, :description, :avatarUrl,
                                :maxMembers, :visibility, :createdBy, :createdAt, :archivedAt)
                            ON CONFLICT DO NOTHING
                            RETURNING id
                        )
                        INSERT INTO room_counters (room_id) SELECT id FROM added
                        """)
                .bind("id", room.id().value())
                .bind("kind", room.kind().name())
                .bind("slug", room.slug().map(Slug::value).orElse(null))
                .bind("low", room.pair().map(pair -> pair.low().value()).orElse(null))
                .bind("high", room.pair().map(pair -> pair.high().value()).orElse(null))
                .bind("visibility", room.historyVisibility().name())
                .bind("createdBy", room.createdBy().map(UserId::value).orElse(null))
                .bind("createdAt", Columns.time(room.createdAt()))
                .bind("archivedAt", room.archivedAt().map(Columns::time).orElse(null));
        return RoomWrites.bindDetails(insert, room.details()).execute() == 1;
    }

    /** Makes these users, who are there, the members of a new room. */
    static List<Membership> addMembers(Handle handle, Room room, SequencedMap<UserId, RoomRole> roles) {
        if (roles.isEmpty()) {
            return List.of();
        }
        LockedRoom begun = new LockedRoom(room.id(), Position.NONE, Revision.ZERO, room.kind(), room.isArchived());
        Map<UserId, Revision> revisions = UserCounters.bump(handle, roles.keySet());
        List<Membership> members = roles.entrySet().stream()
                .map(role -> begun.begin(role.getKey(), role.getValue(), revisions.get(role.getKey())))
                .toList();
        Memberships.begin(handle, members, room.createdAt());
        return members;
    }

    /**
     * Users are never removed, so that one who is there stays.
     *
     * @throws ChatException.NotFound with {@code USER_NOT_FOUND} unless all are there, and those who do not own are active
     */
    static void requireUsers(Handle handle, Map<UserId, RoomRole> roles) {
        require(handle, "SELECT count(*) FROM users WHERE id = ANY (:ids)", roles.keySet());
        Set<UserId> others = new HashSet<>(roles.keySet());
        others.removeIf(user -> roles.get(user) == RoomRole.OWNER);
        requireActive(handle, others);
    }

    /**
     * @param users each once
     * @throws ChatException.NotFound with {@code USER_NOT_FOUND} unless all are there and active
     */
    static void requireActive(Handle handle, Collection<UserId> users) {
        require(handle, "SELECT count(*) FROM users WHERE id = ANY (:ids) AND is_active", users);
    }

    private static void require(Handle handle, String sql, Collection<UserId> users) {
        int found = handle.createQuery(sql)
                .bind("ids", Columns.uuids(users, UserId::value))
                .mapTo(Integer.class)
                .one();
        if (found < users.size()) {
            throw new ChatException.NotFound(ErrorCode.USER_NOT_FOUND);
        }
    }
}
