package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.user.User;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How a {@link ConversationRepository} marks messages unread. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(ConversationRepository.class)
public abstract class ConversationRepositoryMarkUnreadContract {

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
    void what_is_marked_unread_is_so_from_there_on() {
        markRead(6);

        assertEquals(Optional.of(preferences(2, 6, 3)), markUnread(3));

        assertMark(2, 4);
        assertEquals(
                new UserChange.OfPreferences(preferences(2, 6, 3)),
                chat().changes(reader).getLast());
    }

    @Test
    void marking_unread_further_on_reads_what_is_before() {
        assertEquals(Optional.of(preferences(4, 6, 2)), markUnread(5));

        assertMark(4, 2);
    }

    @Test
    void own_messages_up_to_there_count_as_read_no_longer() {
        chat().send(group, reader, 1);
        markUnread(5);
        assertMark(4, 3);

        chat().send(group, author, 1);
        assertMark(4, 4);
    }

    @Test
    void an_own_message_behind_it_reads_everything_again() {
        markUnread(2);
        chat().send(group, reader, 1);

        assertMark(7, 0);
    }

    @Test
    void what_was_marked_unread_may_be_read_again() {
        markRead(6);
        markUnread(1);

        assertEquals(Optional.of(preferences(3, 6, 4)), markRead(3));
        assertMark(3, 3);
    }

    @Test
    void there_is_nothing_to_mark_unread_outside_of_what_the_member_has() {
        RoomId room = chat().publicRoom();
        chat().send(room, author, 3);
        User late = chat().member(room);
        chat().send(room, author, 1);

        for (long position : new long[] {0, 1, 3, 5, 1_000_000}) {
            assertEquals(Optional.empty(), conversations().markUnread(room, late.id(), new Position(position)));
        }
        assertTrue(conversations().markUnread(room, late.id(), new Position(4)).isPresent());
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
