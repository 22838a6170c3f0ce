package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.Slug;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Adds rooms with their counters and first members, inside a transaction of the caller. */
final class NewRooms {
    private NewRooms() {}

    /** Adds the room and its counters, unless its slug or its pair is taken: then, and only then, false. */
    static boolean insert(Handle handle, Room room) {
        return handle.createUpdate("""
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
                        .bind(
                                "high",
                                room.pair().map(pair -> pair.high().value()).orElse(null))
                        .bind("name", room.details().name())
                        .bind("description", room.details().description().orElse(null))
                        .bind(
                                "avatarUrl",
                                room.details().avatarUrl().map(Object::toString).orElse(null))
                        .bind(
                                "maxMembers",
                                room.details().maxMembers().stream()
                                        .boxed()
                                        .findFirst()
                                        .orElse(null))
                        .bind("visibility", room.historyVisibility().name())
                        .bind("createdBy", room.createdBy().map(UserId::value).orElse(null))
                        .bind("createdAt", Columns.time(room.createdAt()))
                        .bind("archivedAt", room.archivedAt().map(Columns::time).orElse(null))
                        .execute()
                == 1;
    }

    static Membership addOwner(Handle handle, Room room, UserId owner) {
        addMembers(handle, room, List.of(owner), RoomRole.OWNER);
        return Memberships.find(handle, room.id(), owner).orElseThrow();
    }

    static void addPair(Handle handle, Room room, DirectPair pair) {
        addMembers(handle, room, List.of(pair.low(), pair.high()), RoomRole.MEMBER);
    }

    /** Users are never removed, so that one who is there stays. */
    static void requireUser(Handle handle, UserId user) {
        boolean there = handle.createQuery("SELECT EXISTS (SELECT 1 FROM users WHERE id = :id)")
                .bind("id", user.value())
                .mapTo(Boolean.class)
                .one();
        if (!there) {
            throw new ChatException.NotFound(ErrorCode.USER_NOT_FOUND);
        }
    }

    /** @throws ChatException.NotFound with {@code USER_NOT_FOUND} unless both are there and active */
    static void requireActive(Handle handle, DirectPair pair) {
        List<UUID> active = handle.createQuery("SELECT id FROM users WHERE id IN (:low, :high) AND is_active")
                .bind("low", pair.low().value())
                .bind("high", pair.high().value())
                .mapTo(UUID.class)
                .list();
        if (active.size() < 2) {
            throw new ChatException.NotFound(ErrorCode.USER_NOT_FOUND);
        }
    }

    /** @param users in the order of their ids, in which their counters are locked */
    private static void addMembers(Handle handle, Room room, List<UserId> users, RoomRole role) {
        LockedRoom locked = new LockedRoom(room.id(), Position.NONE, Revision.ZERO, room.kind(), room.isArchived());
        PreparedBatch batch = handle.prepareBatch(Memberships.UPSERT);
        for (UserId user : users) {
            Revision last = Memberships.bump(handle, user, 1)
                    .orElseThrow(() -> new ChatException.NotFound(ErrorCode.USER_NOT_FOUND));
            Memberships.insert(batch, locked, user, role, last.next(), room.createdAt());
        }
        batch.execute();
    }
}
