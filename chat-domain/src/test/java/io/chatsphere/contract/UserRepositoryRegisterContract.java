package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.HASH;
import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Fixtures.email;
import static io.chatsphere.contract.Fixtures.unique;
import static io.chatsphere.contract.Fixtures.user;
import static io.chatsphere.contract.Fixtures.username;
import static io.chatsphere.contract.Refusals.assertRefused;
import static io.chatsphere.contract.Refusals.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How {@link UserRepository#register} adds accounts. Extend it, and return the store to be proved from {@link #storage()};
 * it may hold anything.
 */
@ContractOf(UserRepository.class)
public abstract class UserRepositoryRegisterContract {
    private static final int RACERS = 12;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void registering_opens_the_first_login() {
        User user = user();
        NewLogin login = Fixtures.login(user.id());

        storage().users().register(user, HASH, List.of(), login);

        assertEquals(
                Optional.of(login.login()),
                storage().logins().findActive(login.login().id(), NOW));
    }

    @Test
    void registering_makes_a_plain_member_from_now_on() {
        RoomId quiet = chat().publicRoom();
        RoomId busy = chat().publicRoom();
        chat().send(busy, chat().member(), 3);

        User user = chat().member(quiet, busy);

        Membership there = membership(busy, user).orElseThrow();
        assertEquals(RoomRole.MEMBER, there.role());
        assertEquals(new Revision(3), there.joinedRevision());
        assertEquals(new Position(3), there.joinedPosition());
        assertEquals(Revision.ZERO, there.revision());
        assertEquals(Optional.empty(), there.leftAt());
        assertEquals(Position.NONE, membership(quiet, user).orElseThrow().joinedPosition());
    }

    @Test
    void each_room_moves_the_new_users_revision_once() {
        RoomId one = chat().publicRoom();
        RoomId other = chat().publicRoom();

        User user = chat().member(one, other);

        List<Long> revisions = Stream.of(one, other)
                .map(room -> membership(room, user).orElseThrow().userRevision().value())
                .sorted()
                .toList();
        assertEquals(List.of(1L, 2L), revisions);
    }

    @Test
    void registering_does_not_move_a_rooms_revision() {
        RoomId room = chat().publicRoom();
        chat().member(room);

        assertEquals(Revision.ZERO, storage().changes().heads(List.of(room)).get(room));
    }

    @Test
    void a_name_is_given_once_in_whatever_spelling() {
        User first = chat().register(user(new Username("Name" + unique()), email()));
        User second = user(new Username(first.username().value().toUpperCase(Locale.ROOT)), email());

        assertRefused(ChatException.Conflict.class, ErrorCode.USERNAME_TAKEN, () -> chat().register(second));
    }

    @Test
    void an_address_is_given_once_in_whatever_spelling() {
        User first = chat().register(user(username(), new Email("Mail" + unique() + "@example.org")));
        String spelling = first.email().orElseThrow().value().toUpperCase(Locale.ROOT);
        User second = user(username(), new Email(spelling));

        assertRefused(ChatException.Conflict.class, ErrorCode.EMAIL_TAKEN, () -> chat().register(second));
    }

    @Test
    void when_name_and_address_are_taken_the_address_is_named() {
        User one = chat().member();
        User other = chat().member();

        User third = user(one.username(), other.email().orElseThrow());

        assertRefused(ChatException.Conflict.class, ErrorCode.EMAIL_TAKEN, () -> chat().register(third));
    }

    @Test
    void the_name_of_a_user_of_a_host_application_is_taken_too() {
        User hosted = storage().users().ensure(Fixtures.hosted(), List.of());

        User local = user(hosted.username(), email());

        assertRefused(ChatException.Conflict.class, ErrorCode.USERNAME_TAKEN, () -> chat().register(local));
    }

    @Test
    void a_refused_registration_leaves_nothing_behind() {
        RoomId room = chat().publicRoom();
        User user = user(chat().member().username(), email());
        NewLogin login = Fixtures.login(user.id());

        refusal(() -> storage().users().register(user, HASH, List.of(room), login));

        assertNothingOf(user, login, room);
        chat().register(user(username(), user.email().orElseThrow()));
    }

    @Test
    void an_unknown_room_leaves_nothing_behind() {
        RoomId room = chat().publicRoom();
        User user = user();
        NewLogin login = Fixtures.login(user.id());
        List<RoomId> rooms = List.of(room, Fixtures.roomId());

        assertRefused(
                ChatException.NotFound.class,
                ErrorCode.ROOM_NOT_FOUND,
                () -> storage().users().register(user, HASH, rooms, login));

        assertNothingOf(user, login, room);
        chat().register(user(user.username(), user.email().orElseThrow()));
    }

    @Test
    void nobody_registers_into_a_group_or_an_archived_room() {
        RoomId group = chat().group(chat().member());
        RoomId archived = chat().create(Fixtures.archived(Fixtures.publicRoom()));

        assertRefused(ChatException.NotFound.class, ErrorCode.ROOM_NOT_FOUND, () -> chat().member(group));
        assertRefused(ChatException.Forbidden.class, ErrorCode.ROOM_ARCHIVED, () -> chat().member(archived));
    }

    @Test
    void of_parallel_registrations_of_one_name_exactly_one_succeeds() {
        Username name = username();

        assertOneWins(ErrorCode.USERNAME_TAKEN, i -> user(name, email()));
    }

    @Test
    void of_parallel_registrations_of_one_address_exactly_one_succeeds() {
        Email address = email();

        assertOneWins(ErrorCode.EMAIL_TAKEN, i -> user(username(), address));
    }

    @Test
    void of_parallel_registrations_of_one_name_and_address_the_losers_are_told_the_address() {
        Username name = username();
        Email address = email();

        assertOneWins(ErrorCode.EMAIL_TAKEN, i -> user(name, address));
    }

    @Test
    void parallel_registrations_never_get_in_each_others_way_whatever_the_order_of_rooms() {
        RoomId one = chat().publicRoom();
        RoomId other = chat().publicRoom();

        List<User> users = Race.run(RACERS, i -> i % 2 == 0 ? chat().member(one, other) : chat().member(other, one));

        assertEquals(
                RACERS,
                users.stream()
                        .filter(user -> membership(other, user).isPresent())
                        .count());
    }

    private void assertOneWins(ErrorCode losersAreTold, IntFunction<User> racer) {
        List<Optional<ErrorCode>> outcomes = Race.run(RACERS, i -> refusal(() -> chat().register(racer.apply(i))));

        assertEquals(1, outcomes.stream().filter(Optional::isEmpty).count());
        assertEquals(
                RACERS - 1,
                outcomes.stream().filter(Optional.of(losersAreTold)::equals).count());
    }

    private void assertNothingOf(User user, NewLogin login, RoomId room) {
        assertEquals(Optional.empty(), storage().users().find(user.id()));
        assertEquals(
                Optional.empty(), storage().logins().findActive(login.login().id(), NOW));
        assertEquals(Optional.empty(), membership(room, user));
    }

    private Optional<Membership> membership(RoomId room, User user) {
        return storage().rooms().findMembership(room, user.id());
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
