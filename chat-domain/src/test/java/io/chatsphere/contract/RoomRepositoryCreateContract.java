package io.chatsphere.contract;

import static io.chatsphere.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How a {@link RoomRepository} adds rooms together with their first members. Extend it, and return the store to be proved
 * from {@link #storage()}; it may hold anything.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryCreateContract {
    private static final int RACERS = 12;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_group_begins_with_its_owner_and_the_others() {
        User owner = chat().member();
        User one = chat().member();
        User other = chat().member(chat().publicRoom());
        Room room = Fixtures.group(owner.id());

        List<Membership> made = rooms().create(room, List.of(one.id(), other.id()));

        assertEquals(
                List.of(
                        begun(room.id(), owner, RoomRole.OWNER, 1),
                        begun(room.id(), one, RoomRole.MEMBER, 1),
                        begun(room.id(), other, RoomRole.MEMBER, 2)),
                made);
        for (Membership membership : made) {
            assertEquals(Optional.of(membership), rooms().findMembership(room.id(), membership.user()));
        }
        assertEquals(new Revision(2), chat().revision(other));
    }

    @Test
    void creating_with_members_is_no_change_of_the_room() {
        User owner = chat().member();
        User other = chat().member();

        RoomId room = chat().groupOf(owner, other);

        assertEquals(Revision.ZERO, chat().revision(room));
        assertEquals(List.of(), chat().changes(room));
        RoomAccess access = rooms().findAccess(room).orElseThrow();
        assertEquals(Revision.ZERO, access.revision());
        assertEquals(Map.of(owner.id(), RoomRole.OWNER, other.id(), RoomRole.MEMBER), access.roles());
    }

    @Test
    void who_is_named_twice_counts_once() {
        User owner = chat().member();
        User other = chat().member();

        List<Membership> made = rooms().create(Fixtures.group(owner.id()), List.of(other.id(), other.id()));

        assertEquals(2, made.size());
        assertEquals(new Revision(1), chat().revision(other));
    }

    @Test
    void a_public_room_may_begin_with_others_too() {
        User owner = chat().member();
        User other = chat().member();
        Room room = Fixtures.publicRoom(Optional.of(owner.id()));

        rooms().create(room, List.of(other.id()));

        assertEquals(begun(room.id(), other, RoomRole.MEMBER, 1), chat().membership(room.id(), other));
        assertEquals(
                Map.of(owner.id(), RoomRole.OWNER),
                rooms().findAccess(room.id()).orElseThrow().roles());
    }

    @Test
    void others_who_are_unknown_or_not_active_are_refused_and_nothing_stored() {
        User owner = chat().member();
        User fine = chat().member();
        UserId disabled = chat().register(Fixtures.disabled(Fixtures.user())).id();

        for (UserId refused : List.of(Fixtures.userId(), disabled)) {
            Room room = Fixtures.group(owner.id());
            assertRefused(
                    ChatException.NotFound.class,
                    ErrorCode.USER_NOT_FOUND,
                    () -> rooms().create(room, List.of(fine.id(), refused)));
            assertEquals(Optional.empty(), rooms().findAccess(room.id()));
        }
        assertEquals(Revision.ZERO, chat().revision(owner));
        assertEquals(Revision.ZERO, chat().revision(fine));
    }

    @Test
    void others_gain_nothing_by_a_slug_that_is_taken() {
        User other = chat().member();
        Room first = Fixtures.publicRoom();
        rooms().create(first, List.of());
        Room second = Room.open(
                Fixtures.roomId(), first.slug().orElseThrow(), Fixtures.details(), Optional.empty(), Fixtures.NOW);

        assertRefused(
                ChatException.Conflict.class,
                ErrorCode.ROOM_SLUG_TAKEN,
                () -> rooms().create(second, List.of(other.id())));

        assertEquals(Revision.ZERO, chat().revision(other));
    }

    @Test
    void parallel_rooms_of_the_same_people_in_any_order_all_begin() {
        List<User> people = Stream.generate(() -> chat().member()).limit(6).toList();

        List<RoomId> made = Race.run(RACERS, i -> {
            List<User> order = new ArrayList<>(people);
            Collections.shuffle(order, new Random(i));
            return chat().groupOf(
                            order.getFirst(), order.subList(1, order.size()).toArray(User[]::new));
        });

        assertEquals(RACERS, made.stream().distinct().count());
        for (User user : people) {
            assertEquals(new Revision(RACERS), chat().revision(user));
            assertEquals(RACERS, chat().changes(user).size());
        }
    }

    private static Membership begun(RoomId room, User user, RoomRole role, long userRevision) {
        return new Membership(
                room,
                user.id(),
                role,
                Revision.ZERO,
                Position.NONE,
                Revision.ZERO,
                new Revision(userRevision),
                Optional.empty());
    }

    private RoomRepository rooms() {
        return storage().rooms();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
