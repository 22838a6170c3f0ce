package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.room.RoomUpdate;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * How a {@link RoomRepository} changes what a room says about itself. Extend it, and return the store to be
 * proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(RoomRepository.class)
public abstract class RoomRepositoryUpdateContract {
    private static final int RACERS = 20;
    private static final RoomDetails FULL = new RoomDetails(
            "技术讨论",
            Optional.of("two\nlines"),
            Optional.of(new AvatarUrl("https://example.org/room.png")),
            OptionalInt.of(500));

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_decision_sees_the_room_as_it_is() {
        User owner = chat().member();
        RoomId group = chat().groupOf(owner, chat().member());
        describe(group, FULL);
        List<RoomAccess> seen = new ArrayList<>();

        rooms().update(
                        group,
                        access -> {
                            seen.add(access);
                            return new RoomAct.Archive();
                        },
                        NOW);

        assertEquals(1, seen.size());
        assertEquals(FULL, seen.getFirst().room().details());
        assertEquals(new Revision(1), seen.getFirst().revision());
        assertEquals(2, seen.getFirst().roles().size());
    }

    @Test
    void a_new_description_is_a_change_of_the_room_and_its_rules() {
        Room room = Fixtures.publicRoom();
        chat().create(room);
        chat().send(room.id(), chat().member(), 2);
        Room expected = room.described(FULL).at(new Revision(3));

        assertEquals(new RoomUpdate(expected, Optional.of(expected), List.of()), describe(room.id(), FULL));

        RoomAccess access = access(room.id());
        assertEquals(expected, access.room());
        assertEquals(new Revision(3), access.revision());
        assertEquals(new Revision(3), chat().revision(room.id()));
        assertEquals(
                new RoomChange.OfDetails(expected), chat().changes(room.id()).getLast());
    }

    @Test
    void details_are_taken_back_too() {
        RoomId room = chat().publicRoom();
        RoomDetails bare = Fixtures.details();
        describe(room, FULL);
        describe(room, bare);

        assertEquals(bare, access(room).room().details());
    }

    @Test
    void of_several_descriptions_the_log_tells_the_last_one() {
        RoomId room = chat().publicRoom();
        describe(room, FULL);
        Message message = chat().send(room, chat().member(), "between");
        Room last = describe(room, Fixtures.details()).room();

        assertEquals(List.of(new RoomChange.OfMessage(message), new RoomChange.OfDetails(last)), chat().changes(room));
        assertEquals(new Revision(3), last.revision());
    }

    @Test
    void a_description_that_changes_nothing_moves_nothing() {
        Room room = Fixtures.publicRoom();
        chat().create(room);

        assertEquals(new RoomUpdate(room, Optional.empty(), List.of()), describe(room.id(), room.details()));

        assertEquals(Revision.ZERO, chat().revision(room.id()));
        assertEquals(Revision.ZERO, access(room.id()).revision());
        assertEquals(List.of(), chat().changes(room.id()));
    }

    @Test
    void a_described_room_is_listed_as_it_is_now() {
        RoomId room = chat().publicRoom();
        Room described = describe(room, FULL).room();

        assertTrue(rooms().listPublic(Optional.empty(), Integer.MAX_VALUE).contains(described));
    }

    @Test
    void members_streams_do_not_move_by_a_description() {
        User owner = chat().member();
        RoomId group = chat().group(owner);
        describe(group, FULL);

        assertEquals(new Revision(1), chat().revision(owner));
    }

    @Test
    void a_draft_that_was_judged_before_a_change_is_stale() {
        RoomId room = chat().publicRoom();
        User author = chat().member();
        MessageDraft draft = chat().draft(room, author, "too late");
        describe(room, FULL);

        assertInstanceOf(
                Appended.Stale.class,
                storage().messages().append(List.of(draft)).getFirst());
        assertEquals(new Revision(2), chat().send(room, author, "in time").revision());
    }

    @Test
    void what_a_decision_throws_is_thrown_and_nothing_changes() {
        RoomId room = chat().publicRoom();
        Room before = access(room).room();
        ChatException refusal = new ChatException.Forbidden(ErrorCode.ROOM_ACCESS_DENIED);

        ChatException thrown = assertThrows(
                ChatException.Forbidden.class,
                () -> rooms().update(
                                room,
                                access -> {
                                    throw refusal;
                                },
                                NOW));

        assertEquals(refusal.code(), thrown.code());
        assertEquals(before, access(room).room());
        assertEquals(Revision.ZERO, chat().revision(room));
    }

    @Test
    void an_unknown_room_is_refused() {
        assertRefused(
                ChatException.NotFound.class,
                ErrorCode.ROOM_NOT_FOUND,
                () -> chat().act(Fixtures.roomId(), new RoomAct.Archive()));
    }

    @Test
    void parallel_changes_each_have_a_revision() {
        RoomId room = chat().publicRoom();

        List<Long> revisions = Race.run(
                RACERS,
                i -> describe(room, Fixtures.details()).room().revision().value());

        assertEquals(RACERS, revisions.stream().distinct().count());
        assertEquals(new Revision(RACERS), chat().revision(room));
        assertEquals(List.of(new RoomChange.OfDetails(access(room).room())), chat().changes(room));
    }

    private RoomUpdate describe(RoomId room, RoomDetails details) {
        return chat().act(room, new RoomAct.Describe(details));
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
