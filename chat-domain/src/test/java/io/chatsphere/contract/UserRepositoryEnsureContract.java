package io.chatsphere.contract;

import static io.chatsphere.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * How {@link UserRepository#ensure} adds users of a host application. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(UserRepository.class)
public abstract class UserRepositoryEnsureContract {
    private static final int RACERS = 12;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void an_unknown_user_is_added_and_becomes_a_plain_member() {
        RoomId room = chat().publicRoom();
        User user = Fixtures.hosted();

        assertEquals(user, ensure(user, room));

        assertEquals(Optional.of(user), storage().users().find(user.id()));
        Membership membership = membership(room, user).orElseThrow();
        assertEquals(RoomRole.MEMBER, membership.role());
        assertTrue(membership.isActive());
    }

    @Test
    void a_known_user_is_given_back_and_nothing_changes() {
        RoomId first = chat().publicRoom();
        RoomId second = chat().publicRoom();
        User known = ensure(Fixtures.hosted(), first);
        User renamed = User.hosted(known.id(), Fixtures.username(), new DisplayName("Renamed"), Fixtures.NOW);

        assertEquals(known, ensure(renamed, second));

        assertEquals(Optional.of(known), storage().users().find(known.id()));
        assertEquals(Optional.empty(), membership(second, known));
        assertEquals(new Revision(1), userHead(known));
    }

    @Test
    void a_known_user_is_given_back_even_if_the_asked_name_or_a_room_is_impossible() {
        User known = ensure(Fixtures.hosted());
        User other = chat().member();
        User asked = User.hosted(known.id(), other.username(), known.displayName(), Fixtures.NOW);

        assertEquals(known, ensure(asked, Fixtures.roomId()));
    }

    @Test
    void an_account_of_ours_is_known_too() {
        User local = chat().member();

        assertEquals(local, ensure(User.hosted(local.id(), local.username(), local.displayName(), Fixtures.NOW)));
    }

    @Test
    void the_name_of_another_user_is_refused_and_nothing_stored() {
        RoomId room = chat().publicRoom();
        User taken = Fixtures.hosted(chat().member().username());

        assertRefused(ChatException.Conflict.class, ErrorCode.USERNAME_TAKEN, () -> ensure(taken, room));

        assertEquals(Optional.empty(), storage().users().find(taken.id()));
        assertEquals(Optional.empty(), membership(room, taken));
    }

    @Test
    void an_unknown_room_is_refused_and_nothing_stored() {
        RoomId room = chat().publicRoom();
        User user = Fixtures.hosted();

        assertRefused(
                ChatException.NotFound.class, ErrorCode.ROOM_NOT_FOUND, () -> ensure(user, room, Fixtures.roomId()));

        assertEquals(Optional.empty(), storage().users().find(user.id()));
        assertEquals(Optional.empty(), membership(room, user));
        assertEquals(user, ensure(user, room));
    }

    @Test
    void of_parallel_calls_with_one_id_exactly_one_adds_and_all_succeed() {
        RoomId room = chat().publicRoom();
        User user = Fixtures.hosted();

        List<User> answers = Race.run(RACERS, i -> ensure(user, room));

        assertEquals(Set.of(user), Set.copyOf(answers));
        assertEquals(new Revision(1), userHead(user));
    }

    @Test
    void parallel_calls_with_one_id_and_different_names_give_the_one_that_was_stored() {
        User user = Fixtures.hosted();

        List<User> answers = Race.run(
                RACERS, i -> ensure(User.hosted(user.id(), Fixtures.username(), user.displayName(), Fixtures.NOW)));

        assertEquals(
                Set.copyOf(answers), Set.of(storage().users().find(user.id()).orElseThrow()));
    }

    private Revision userHead(User user) {
        return storage().changes().userHeads(List.of(user.id())).get(user.id());
    }

    private User ensure(User user, RoomId... rooms) {
        return storage().users().ensure(user, List.of(rooms));
    }

    private Optional<Membership> membership(RoomId room, User user) {
        return storage().rooms().findMembership(room, user.id());
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
