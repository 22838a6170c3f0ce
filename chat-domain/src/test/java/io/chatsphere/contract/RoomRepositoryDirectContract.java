package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.DirectRoom;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How {@link RoomRepository#direct} makes the one room of two users. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryDirectContract {
    private static final int RACERS = 12;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void the_first_call_makes_the_room_with_both_as_members() {
        User one = chat().member();
        User other = chat().member();
        Room room = roomOf(one, other);

        DirectRoom made = rooms().direct(room);

        assertTrue(made.fresh());
        assertEquals(room, made.room());
        assertEquals(Set.of(memberOf(room, one.id()), memberOf(room, other.id())), Set.copyOf(made.members()));
        assertEquals(room, rooms().findAccess(room.id()).orElseThrow().room());
        assertEquals(
                Map.of(one.id(), RoomRole.MEMBER, other.id(), RoomRole.MEMBER),
                rooms().findAccess(room.id()).orElseThrow().roles());
    }

    @Test
    void both_memberships_are_found() {
        User one = chat().member();
        User other = chat().member();
        Room room = roomOf(one, other);
        rooms().direct(room);

        assertEquals(Optional.of(memberOf(room, one.id())), rooms().findMembership(room.id(), one.id()));
        assertEquals(Optional.of(memberOf(room, other.id())), rooms().findMembership(room.id(), other.id()));
    }

    @Test
    void a_later_call_from_either_side_gives_the_same_room() {
        User one = chat().member();
        User other = chat().member();
        DirectRoom first = rooms().direct(roomOf(one, other));

        DirectRoom second = rooms().direct(roomOf(other, one));

        assertFalse(second.fresh());
        assertEquals(first.room(), second.room());
        assertEquals(Set.copyOf(first.members()), Set.copyOf(second.members()));
        assertEquals(List.of(1L, 1L), userHeads(one, other));
    }

    @Test
    void both_user_revisions_move() {
        User one = chat().member();
        User other = chat().member(chat().publicRoom());

        rooms().direct(roomOf(one, other));

        assertEquals(List.of(1L, 2L), userHeads(one, other));
    }

    @Test
    void the_room_is_found_by_its_pair() {
        User one = chat().member();
        User other = chat().member();
        DirectPair pair = DirectPair.of(other.id(), one.id());
        assertEquals(Optional.empty(), rooms().findDirect(pair));

        Room room = roomOf(one, other);
        rooms().direct(room);

        assertEquals(Optional.of(room.id()), rooms().findDirect(pair));
    }

    @Test
    void one_user_has_a_room_with_each_other_user() {
        User one = chat().member();

        RoomId first = chat().direct(one, chat().member());
        RoomId second = chat().direct(chat().member(), one);

        assertNotEquals(first, second);
    }

    @Test
    void of_parallel_calls_exactly_one_makes_the_room_and_all_give_it() {
        User one = chat().member();
        User other = chat().member();

        List<DirectRoom> answers =
                Race.run(RACERS, i -> rooms().direct(i % 2 == 0 ? roomOf(one, other) : roomOf(other, one)));

        assertEquals(1, answers.stream().filter(DirectRoom::fresh).count());
        assertEquals(1, answers.stream().map(DirectRoom::room).distinct().count());
        assertEquals(
                1,
                answers.stream()
                        .map(DirectRoom::members)
                        .map(Set::copyOf)
                        .distinct()
                        .count());
        assertEquals(List.of(1L, 1L), userHeads(one, other));
    }

    @Test
    void everybody_may_meet_everybody_at_once() {
        List<User> users = List.of(chat().member(), chat().member(), chat().member(), chat().member());

        Set<DirectPair> pairs = Race.run(RACERS, i -> {
                    User one = users.get(i % 4);
                    User other = users.get((i + 1 + i / 4) % 4);
                    return rooms().direct(roomOf(one, other));
                })
                .stream()
                .map(made -> made.room().pair().orElseThrow())
                .collect(Collectors.toSet());

        assertEquals(6, pairs.size());
    }

    @Test
    void an_unknown_user_is_refused_and_nothing_stored() {
        User one = chat().member();
        UserId nobody = Fixtures.userId();
        DirectPair pair = DirectPair.of(one.id(), nobody);
        Room room = Room.direct(Fixtures.roomId(), pair, one.id(), NOW);

        assertRefused(ChatException.NotFound.class, ErrorCode.USER_NOT_FOUND, () -> rooms().direct(room));

        assertEquals(Optional.empty(), rooms().findDirect(pair));
        assertEquals(Optional.empty(), rooms().findAccess(room.id()));
        assertEquals(List.of(0L), userHeads(one));
    }

    @Test
    void a_disabled_user_is_refused() {
        User one = chat().member();
        User disabled = chat().register(Fixtures.disabled(Fixtures.user()));

        assertRefused(
                ChatException.NotFound.class, ErrorCode.USER_NOT_FOUND, () -> rooms().direct(roomOf(one, disabled)));
    }

    private static Room roomOf(User creator, User other) {
        DirectPair pair = DirectPair.of(creator.id(), other.id());
        return Room.direct(Fixtures.roomId(), pair, creator.id(), NOW);
    }

    private static Membership memberOf(Room room, UserId user) {
        return new Membership(
                room.id(),
                user,
                RoomRole.MEMBER,
                Revision.ZERO,
                Position.NONE,
                Revision.ZERO,
                new Revision(1),
                Optional.empty());
    }

    private List<Long> userHeads(User... users) {
        return List.of(users).stream()
                .map(user -> storage().changes().userHeads(List.of(user.id())).get(user.id()))
                .map(Revision::value)
                .toList();
    }

    private RoomRepository rooms() {
        return storage().rooms();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
