package io.chatsphere.application.memory;

import io.chatsphere.application.memory.data.Admission;
import io.chatsphere.application.memory.data.ChatData;
import io.chatsphere.application.memory.data.RoomActs;
import io.chatsphere.application.memory.data.StoredMember;
import io.chatsphere.application.memory.data.StoredRoom;
import io.chatsphere.application.memory.data.StoredUser;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rooms and their members in memory. */
final class InMemoryRoomRepository implements RoomRepository {
    private final InMemoryStore store;

    InMemoryRoomRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Membership> create(Room room, List<UserId> others) {
        return store.transaction(data -> {
            if (room.slug().flatMap(data.rooms()::find).isPresent()) {
                throw new ChatException.Conflict(ErrorCode.ROOM_SLUG_TAKEN);
            }
            Optional<StoredUser> creator = room.createdBy().map(data.users()::require);
            List<StoredUser> members =
                    others.stream().distinct().map(data.users()::requireActive).toList();
            Admission admission = new Admission(data.rooms().add(room), room.createdAt());
            List<Membership> made = new ArrayList<>();
            creator.ifPresent(user -> made.add(admission.quiet(user, RoomRole.OWNER)));
            members.forEach(user -> made.add(admission.quiet(user, RoomRole.MEMBER)));
            return List.copyOf(made);
        });
    }

    @Override
    public DirectRoom direct(Room room) {
        DirectPair pair = room.pair().orElseThrow();
        return store.transaction(data -> {
            StoredUser low = data.users().requireActive(pair.low());
            StoredUser high = data.users().requireActive(pair.high());
            return data.rooms()
                    .find(pair)
                    .map(found -> new DirectRoom(found.room(), memberships(found), false))
                    .orElseGet(() -> makeDirect(data, room, List.of(low, high)));
        });
    }

    @Override
    public Optional<RoomId> findPublic(Slug slug) {
        return store.transaction(data -> data.rooms().find(slug).map(StoredRoom::id));
    }

    @Override
    public Optional<RoomId> findDirect(DirectPair pair) {
        return store.transaction(data -> data.rooms().find(pair).map(StoredRoom::id));
    }

    @Override
    public Optional<RoomAccess> findAccess(RoomId room) {
        return store.transaction(data -> data.rooms().find(room).map(StoredRoom::access));
    }

    @Override
    public Optional<Membership> findMembership(RoomId room, UserId user) {
        return store.transaction(data -> data.rooms()
                .find(room)
                .flatMap(found -> found.members().find(user))
                .map(StoredMember::membership));
    }

    @Override
    public List<Room> listPublic(Optional<Slug> after, int limit) {
        return store.transaction(data -> {
            Optional<StoredRoom> last = after.flatMap(data.rooms()::find);
            if (after.isPresent() && last.isEmpty()) {
                return List.of();
            }
            return data.rooms()
                    .list(last)
                    .map(StoredRoom::room)
                    .filter(room -> !room.isArchived())
                    .limit(limit)
                    .toList();
        });
    }

    @Override
    public Joined join(RoomId room, UserId user, Instant now) {
        return store.transaction(data -> {
            StoredRoom stored = data.rooms().requireJoinable(room);
            StoredUser joining = data.users().require(user);
            return stored.members()
                    .findActive(user)
                    .map(member -> new Joined(member, false))
                    .orElseGet(() -> new Joined(new Admission(stored, now).quiet(joining, RoomRole.MEMBER), true));
        });
    }

    @Override
    public RoomUpdate update(RoomId room, Function<RoomAccess, RoomAct> decide, Instant now) {
        return store.transaction(data -> {
            StoredRoom stored =
                    data.rooms().find(room).orElseThrow(() -> new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND));
            return new RoomActs(data.users(), stored, now).apply(decide.apply(stored.access()));
        });
    }

    @Override
    public List<Member> listMembers(RoomId room, Optional<UserId> after, int limit) {
        return store.transaction(data -> data.rooms().find(room).stream()
                .flatMap(found -> found.members().page(after, limit).stream())
                .map(member -> new Member(
                        data.summary(member.membership().user()),
                        member.membership().role(),
                        member.joinedAt()))
                .toList());
    }

    private static DirectRoom makeDirect(ChatData data, Room room, List<StoredUser> pair) {
        Admission admission = new Admission(data.rooms().add(room), room.createdAt());
        List<Membership> members = pair.stream()
                .map(user -> admission.quiet(user, RoomRole.MEMBER))
                .toList();
        return new DirectRoom(room, members, true);
    }

    private static List<Membership> memberships(StoredRoom room) {
        return room.members().active().map(StoredMember::membership).toList();
    }
}
