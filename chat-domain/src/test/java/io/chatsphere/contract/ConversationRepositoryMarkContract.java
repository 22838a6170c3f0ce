package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How a {@link ConversationRepository} keeps read marks. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(ConversationRepository.class)
public abstract class ConversationRepositoryMarkContract {
    private static final int RACERS = 20;

    private User reader;
    private User author;
    private RoomId group;

    /** The store to be proved. */
    protected abstract Storage storage();

    @BeforeEach
    void sixMessages() {
        reader = chat().member();
        author = chat().member();
        group = chat().groupOf(author, reader);
        chat().send(group, author, 6);
    }

    @Test
    void a_read_mark_moves_forward_as_a_change_of_its_user() {
        RoomPreferences expected = preferences(4, 0, 2);

        assertEquals(Optional.of(expected), markRead(4));

        assertMark(4, 2);
        assertEquals(expected, find().preferences());
        assertEquals(
                new UserChange.OfPreferences(expected), chat().changes(reader).getLast());
        assertEquals(new Revision(2), chat().revision(reader));
    }

    @Test
    void a_read_mark_is_nobody_elses_business() {
        markRead(4);

        assertEquals(new Revision(6), chat().revision(group));
        assertEquals(new Revision(1), chat().revision(author));
        assertEquals(
                Revision.ZERO, storage().rooms().findAccess(group).orElseThrow().revision());
    }

    @Test
    void a_mark_beyond_the_end_or_without_a_place_is_at_the_end() {
        assertEquals(Optional.of(preferences(6, 0, 2)), markRead(1_000_000));
        chat().send(group, author, 1);
        assertEquals(Optional.of(preferences(7, 0, 3)), conversations().markRead(group, reader.id(), Optional.empty()));

        assertMark(7, 0);
    }

    @Test
    void a_mark_never_goes_back() {
        markRead(4);

        for (long position : new long[] {0, 1, 3, 4}) {
            assertEquals(Optional.empty(), markRead(position));
        }
        assertMark(4, 2);
        assertEquals(new Revision(2), chat().revision(reader));
    }

    @Test
    void a_mark_behind_ones_own_last_message_moves_nothing() {
        chat().send(group, reader, 1);

        assertEquals(Optional.empty(), markRead(6));
        assertEquals(Optional.empty(), conversations().markRead(group, reader.id(), Optional.empty()));

        assertMark(7, 0);
        assertEquals(new Revision(1), chat().revision(reader));
    }

    @Test
    void a_mark_behind_where_the_membership_began_moves_nothing() {
        RoomId room = chat().publicRoom();
        chat().send(room, author, 3);
        User late = chat().member(room);

        assertEquals(Optional.empty(), conversations().markRead(room, late.id(), Optional.of(new Position(2))));
        assertEquals(Optional.empty(), conversations().markRead(room, late.id(), Optional.empty()));
    }

    @Test
    void who_is_no_member_marks_nothing() {
        User stranger = chat().member();
        chat().act(group, new RoomAct.Remove(reader.id()));

        assertEquals(Optional.empty(), markRead(4));
        assertEquals(Optional.empty(), markUnread(4));
        assertEquals(Optional.empty(), conversations().markRead(group, stranger.id(), Optional.empty()));
        assertEquals(Optional.empty(), conversations().markUnread(group, stranger.id(), new Position(1)));
        assertEquals(Optional.empty(), conversations().markRead(Fixtures.roomId(), reader.id(), Optional.empty()));
        assertEquals(Optional.empty(), conversations().markRead(group, Fixtures.userId(), Optional.empty()));
    }

    @Test
    void of_several_marks_in_one_room_the_last_one_is_told() {
        RoomId other = chat().groupOf(author, reader);
        chat().send(other, author, 2);
        markRead(2);
        RoomPreferences there =
                conversations().markRead(other, reader.id(), Optional.empty()).orElseThrow();
        RoomPreferences here = markRead(5).orElseThrow();

        List<UserChange> changes = chat().changes(reader);
        assertEquals(
                List.of(new UserChange.OfPreferences(there), new UserChange.OfPreferences(here)),
                changes.subList(changes.size() - 2, changes.size()));
        assertEquals(4, changes.size());
    }

    @Test
    void who_comes_back_begins_with_nothing_unread() {
        RoomId room = chat().publicRoom();
        User user = chat().member(room);
        chat().send(room, author, 3);
        conversations().markUnread(room, user.id(), new Position(1));
        chat().act(room, new RoomAct.Leave(user.id()));
        chat().send(room, author, 3);

        storage().rooms().join(room, user.id(), NOW);

        Conversation conversation = conversations().find(room, user.id()).orElseThrow();
        assertEquals(new Position(6), conversation.readPosition());
        assertEquals(new Position(6), conversation.preferences().readPosition());
        assertEquals(0, conversation.unread());
    }

    @Test
    void of_parallel_marks_the_furthest_stays_and_each_that_moved_is_a_change() {
        chat().send(group, author, RACERS);

        List<Optional<RoomPreferences>> marks = Race.run(RACERS, i -> markRead(i + 7L));

        assertMark(RACERS + 6L, 0);
        List<Long> revisions = marks.stream()
                .flatMap(Optional::stream)
                .map(mark -> mark.revision().value())
                .toList();
        assertEquals(revisions.size(), revisions.stream().distinct().count());
        assertEquals(new Revision(revisions.size() + 1L), chat().revision(reader));
        assertEquals(
                new UserChange.OfPreferences(find().preferences()),
                chat().changes(reader).getLast());
    }

    private void assertMark(long readPosition, int unread) {
        assertEquals(new Position(readPosition), find().readPosition());
        assertEquals(unread, find().unread());
    }

    private Conversation find() {
        return conversations().find(group, reader.id()).orElseThrow();
    }

    private RoomPreferences preferences(long readPosition, long unreadFloor, long revision) {
        return new RoomPreferences(
                group,
                reader.id(),
                new Position(readPosition),
                new Position(unreadFloor),
                false,
                false,
                false,
                new Revision(revision));
    }

    private Optional<RoomPreferences> markRead(long position) {
        return conversations().markRead(group, reader.id(), Optional.of(new Position(position)));
    }

    private Optional<RoomPreferences> markUnread(long position) {
        return conversations().markUnread(group, reader.id(), new Position(position));
    }

    private ConversationRepository conversations() {
        return storage().conversations();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
