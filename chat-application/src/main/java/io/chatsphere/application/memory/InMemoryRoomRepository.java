package io.chatsphere.application.memory;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.DirectRoom;
import io.chatsphere.domain.room.Joined;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rooms and their members in memory. */
final class InMemoryRoomRepository implements RoomRepository {
    private final InMemoryStore store;

    InMemoryRoomRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Membership> create(Room room) {
        return store.transaction(() -> {
            if (room.slug().flatMap(store.rooms()::find).isPresent()) {
                throw new ChatException.Conflict(ErrorCode.ROOM_SLUG_TAKEN);
            }
            Optional<StoredUser> creator = room.createdBy().map(store.users()::require);
            StoredRoom stored = store.rooms().add(room);
            return creator.map(user -> stored.admit(user, RoomRole.OWNER));
        });
    }

    @Override
    public DirectRoom direct(Room room) {
        DirectPair pair = room.pair().orElseThrow();
        return store.transaction(() -> {
            StoredUser low = store.users().requireActive(pair.low());
            StoredUser high = store.users().requireActive(pair.high());
            return store.rooms()
                    .find(pair)
                    .map(found -> new DirectRoom(found.room(), found.members(), false))
                    .orElseGet(() -> makeDirect(room, low, high));
        });
    }

    @Override
    public Optional<RoomId> findPublic(Slug slug) {
        return store.transaction(() -> store.rooms().find(slug).map(InMemoryRoomRepository::id));
    }

    @Override
    public Optional<RoomId> findDirect(DirectPair pair) {
        return store.transaction(() -> store.rooms().find(pair).map(InMemoryRoomRepository::id));
    }

    @Override
    public Optional<RoomAccess> findAccess(RoomId room) {
        return store.transaction(() -> store.rooms().find(room).map(StoredRoom::access));
    }

    @Override
    public Optional<Membership> findMembership(RoomId room, UserId user) {
        return store.transaction(() -> store.rooms().find(room).flatMap(found -> found.member(user)));
    }

    @Override
    public List<Room> listPublic(Optional<Slug> after, int limit) {
        return store.transaction(() -> {
            Optional<Room> last = after.flatMap(store.rooms()::find).map(StoredRoom::room);
            if (after.isPresent() && last.isEmpty()) {
                return List.of();
            }
            return store.rooms()
                    .list(last)
                    .filter(room -> !room.isArchived())
                    .limit(limit)
                    .toList();
        });
    }

    @Override
    public Joined join(RoomId room, UserId user, Instant now) {
        return store.transaction(() -> {
            StoredRoom stored = store.rooms().requireJoinable(room);
            StoredUser joining = store.users().require(user);
            return stored.member(user)
                    .map(member -> new Joined(member, false))
                    .orElseGet(() -> new Joined(stored.admit(joining, RoomRole.MEMBER), true));
        });
    }

    private DirectRoom makeDirect(Room room, StoredUser low, StoredUser high) {
        StoredRoom stored = store.rooms().add(room);
        List<Membership> members = List.of(stored.admit(low, RoomRole.MEMBER), stored.admit(high, RoomRole.MEMBER));
        return new DirectRoom(room, members, true);
    }

    private static RoomId id(StoredRoom stored) {
        return stored.room().id();
    }
}
