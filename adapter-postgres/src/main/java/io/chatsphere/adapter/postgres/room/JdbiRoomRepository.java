package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.sql.Database;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.DirectRoom;
import io.chatsphere.domain.room.Joined;
import io.chatsphere.domain.room.Member;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.room.Slug;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;

/** Keeps rooms and their members in PostgreSQL. */
public final class JdbiRoomRepository implements RoomRepository {
    private final Database database;

    public JdbiRoomRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<Membership> create(Room room, List<UserId> others) {
        SequencedMap<UserId, RoomRole> roles = new LinkedHashMap<>();
        others.forEach(user -> roles.put(user, RoomRole.MEMBER));
        room.createdBy().ifPresent(owner -> roles.putFirst(owner, RoomRole.OWNER));
        return database.write(handle -> {
            NewRooms.requireUsers(handle, roles);
            if (!NewRooms.insert(handle, room)) {
                throw new ChatException.Conflict(ErrorCode.ROOM_SLUG_TAKEN);
            }
            return NewRooms.addMembers(handle, room, roles);
        });
    }

    @Override
    public DirectRoom direct(Room room) {
        DirectPair pair = room.pair().orElseThrow();
        SequencedMap<UserId, RoomRole> roles = new LinkedHashMap<>();
        roles.put(pair.low(), RoomRole.MEMBER);
        roles.put(pair.high(), RoomRole.MEMBER);
        return database.write(handle -> {
            NewRooms.requireActive(handle, roles.keySet());
            boolean fresh = NewRooms.insert(handle, room);
            if (fresh) {
                NewRooms.addMembers(handle, room, roles);
            }
            return RoomQueries.direct(handle, pair, fresh);
        });
    }

    @Override
    public Optional<RoomId> findPublic(Slug slug) {
        return database.read(handle -> handle.createQuery("SELECT id FROM rooms WHERE slug = :slug")
                .bind("slug", slug.value())
                .mapTo(UUID.class)
                .findOne()
                .map(RoomId::new));
    }

    @Override
    public Optional<RoomId> findDirect(DirectPair pair) {
        return database.read(
                handle -> handle.createQuery("SELECT id FROM rooms WHERE user_low = :low AND user_high = :high")
                        .bind("low", pair.low().value())
                        .bind("high", pair.high().value())
                        .mapTo(UUID.class)
                        .findOne()
                        .map(RoomId::new));
    }

    @Override
    public Optional<RoomAccess> findAccess(RoomId room) {
        return database.read(handle -> RoomQueries.access(handle, room));
    }

    @Override
    public Optional<Membership> findMembership(RoomId room, UserId user) {
        return database.read(handle -> Memberships.find(handle, room, user));
    }

    @Override
    public List<Room> listPublic(Optional<Slug> after, int limit) {
        return database.read(handle -> RoomQueries.listPublic(handle, after, limit));
    }

    @Override
    public Joined join(RoomId room, UserId user, Instant now) {
        // Clients that come back join what they are in already: they must not queue with the appends for the counter.
        return database.read(handle -> Memberships.present(handle, room, user))
                .map(member -> new Joined(member, false))
                .orElseGet(() -> joinLocked(room, user, now));
    }

    @Override
    public RoomUpdate update(RoomId room, Function<RoomAccess, RoomAct> decide, Instant now) {
        return database.write(handle -> {
            LockedAccess locked = LockedAccess.lock(handle, room)
                    .orElseThrow(() -> new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND));
            return new RoomActs(handle, locked, now).perform(decide.apply(locked.access()));
        });
    }

    @Override
    public List<Member> listMembers(RoomId room, Optional<UserId> after, int limit) {
        return database.read(handle -> RoomQueries.listMembers(handle, room, after, limit));
    }

    private Joined joinLocked(RoomId room, UserId user, Instant now) {
        return database.write(handle -> {
            List<LockedRoom> locked = Memberships.lockPublic(handle, List.of(room));
            Optional<Membership> present = Memberships.find(handle, room, user).filter(Membership::isActive);
            if (present.isPresent()) {
                return new Joined(present.get(), false);
            }
            Memberships.add(handle, locked, user, now);
            return new Joined(Memberships.find(handle, room, user).orElseThrow(), true);
        });
    }
}
