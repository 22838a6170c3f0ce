package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Refusals.assertRefused;
import static io.chatsphere.contract.Refusals.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * How {@link RoomRepository} adds public rooms and groups, and what it knows of them. Extend it, and return the store to be
 * proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryContract {
    private static final int RACERS = 12;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_public_room_comes_back_whole() {
        RoomDetails details = new RoomDetails(
                "公共大厅",
                Optional.of("two\nlines"),
                Optional.of(new AvatarUrl("https://example.org/room.png")),
                OptionalInt.of(1000));
        Optional<User> owner = Optional.of(chat().member());
        Room room = Room.open(Fixtures.roomId(), Fixtures.slug(), details, owner.map(User::id), NOW);

        rooms().create(room, List.of());

        assertEquals(room, access(room.id()).room());
    }

    @Test
    void a_group_comes_back_whole() {
        Room room = Fixtures.group(chat().member().id());

        rooms().create(room, List.of());

        assertEquals(room, access(room.id()).room());
    }

    @Test
    void an_archived_room_is_stored_as_such_and_found_by_its_slug() {
        Room room = Fixtures.archived(Fixtures.publicRoom());

        rooms().create(room, List.of());

        assertEquals(room, access(room.id()).room());
        assertEquals(Optional.of(room.id()), rooms().findPublic(room.slug().orElseThrow()));
    }

    @Test
    void a_new_room_starts_at_zero() {
        RoomId room = chat().publicRoom();

        assertEquals(Revision.ZERO, access(room).revision());
        assertEquals(Revision.ZERO, storage().changes().heads(List.of(room)).get(room));
        assertEquals(
                new Position(1), chat().send(room, chat().member(), "first").position());
    }

    @Test
    void the_creator_becomes_the_owner_at_revision_zero() {
        User creator = chat().member();
        Room room = Fixtures.publicRoom(Optional.of(creator.id()));

        Membership owner = rooms().create(room, List.of()).getFirst();

        assertEquals(
                new Membership(
                        room.id(),
                        creator.id(),
                        RoomRole.OWNER,
                        Revision.ZERO,
                        Position.NONE,
                        Revision.ZERO,
                        new Revision(1),
                        Optional.empty()),
                owner);
        assertEquals(Optional.of(owner), rooms().findMembership(room.id(), creator.id()));
    }

    @Test
    void creating_moves_the_creators_revision() {
        User creator = chat().member();
        chat().group(creator);
        chat().group(creator);

        assertEquals(
                new Revision(2),
                storage().changes().userHeads(List.of(creator.id())).get(creator.id()));
    }

    @Test
    void a_room_of_nobody_has_no_owner() {
        assertEquals(List.of(), rooms().create(Fixtures.publicRoom(), List.of()));
    }

    @Test
    void an_unknown_creator_is_refused_and_nothing_stored() {
        Room room = Fixtures.group(Fixtures.userId());

        assertRefused(ChatException.NotFound.class, ErrorCode.USER_NOT_FOUND, () -> rooms().create(room, List.of()));
        assertEquals(Optional.empty(), rooms().findAccess(room.id()));
    }

    @Test
    void a_slug_is_given_once_and_stays_with_the_first() {
        User creator = chat().member();
        Room first = Fixtures.publicRoom();
        Slug slug = first.slug().orElseThrow();
        rooms().create(first, List.of());
        Room second = Room.open(Fixtures.roomId(), slug, Fixtures.details(), Optional.of(creator.id()), NOW);

        assertRefused(ChatException.Conflict.class, ErrorCode.ROOM_SLUG_TAKEN, () -> rooms().create(second, List.of()));

        assertEquals(Optional.of(first.id()), rooms().findPublic(slug));
        assertEquals(Optional.empty(), rooms().findAccess(second.id()));
        assertEquals(
                Revision.ZERO,
                storage().changes().userHeads(List.of(creator.id())).get(creator.id()));
    }

    @Test
    void of_parallel_rooms_with_one_slug_exactly_one_is_stored() {
        Slug slug = Fixtures.slug();
        // Asked for before the race: who opens a store when it is first asked would do so within it.
        RoomRepository rooms = rooms();

        List<Optional<ErrorCode>> outcomes = Race.run(RACERS, i -> {
            Room room = Room.open(Fixtures.roomId(), slug, Fixtures.details(), Optional.empty(), NOW);
            return refusal(() -> rooms.create(room, List.of()));
        });

        assertEquals(1, outcomes.stream().filter(Optional::isEmpty).count());
        assertEquals(
                RACERS - 1,
                outcomes.stream()
                        .filter(Optional.of(ErrorCode.ROOM_SLUG_TAKEN)::equals)
                        .count());
    }

    @Test
    void an_unknown_slug_finds_no_room() {
        assertEquals(Optional.empty(), rooms().findPublic(Fixtures.slug()));
    }

    @Test
    void access_to_a_public_room_names_the_roles_above_member_alone() {
        User owner = chat().member();
        Room room = Fixtures.publicRoom(Optional.of(owner.id()));
        rooms().create(room, List.of());

        chat().member(room.id());

        assertEquals(new RoomAccess(room, Revision.ZERO, Map.of(owner.id(), RoomRole.OWNER)), access(room.id()));
    }

    @Test
    void access_to_a_group_names_all_members() {
        User owner = chat().member();

        assertEquals(
                Map.of(owner.id(), RoomRole.OWNER), access(chat().group(owner)).roles());
    }

    @Test
    void messages_do_not_move_the_access_revision() {
        RoomId room = chat().publicRoom();
        chat().send(room, chat().member(), 3);

        assertEquals(Revision.ZERO, access(room).revision());
    }

    @Test
    void an_unknown_room_has_no_access_and_no_members() {
        assertEquals(Optional.empty(), rooms().findAccess(Fixtures.roomId()));
        assertEquals(
                Optional.empty(),
                rooms().findMembership(Fixtures.roomId(), chat().member().id()));
    }

    @Test
    void who_never_was_a_member_has_no_membership() {
        assertEquals(
                Optional.empty(),
                rooms().findMembership(chat().publicRoom(), chat().member().id()));
    }

    private RoomAccess access(RoomId room) {
        return rooms().findAccess(room).orElseThrow();
    }

    private RoomRepository rooms() {
        return storage().rooms();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
