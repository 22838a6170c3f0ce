package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.LATER;
import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.HistoryPage;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.HistoryQuery.Range;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * What a {@link MessageRepository} still knows of messages that were edited or deleted, and how it counts. Extend it, and
 * return the store to be proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(MessageRepository.class)
public abstract class MessageRepositoryTombstoneContract {
    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_repeat_of_an_edited_message_gives_it_as_it_is_now() {
        RoomId room = chat().publicRoom();
        User author = chat().member();
        MessageDraft draft = chat().request(room, author, "once", "original");
        Message sent = chat().send(draft);
        Message edited = messages()
                .update(sent.id(), (access, old) -> old.edited(new MessageContent("edited"), LATER))
                .message();

        assertEquals(List.of(new Appended.Repeated(edited)), messages().append(List.of(draft)));
        assertEquals(edited, repeat(room, author));
    }

    @Test
    void a_repeat_of_a_deleted_message_sends_nothing_again() {
        RoomId room = chat().publicRoom();
        User author = chat().member();
        MessageDraft draft = chat().request(room, author, "once", "original");
        Message deleted = delete(chat().send(draft));

        assertEquals(List.of(new Appended.Repeated(deleted)), messages().append(List.of(draft)));
        assertEquals(deleted, repeat(room, author));
    }

    @Test
    void a_page_by_offset_covers_positions_and_shows_fewer_messages() {
        RoomId room = chat().publicRoom();
        List<Message> sent = chat().send(room, chat().member(), 6);
        delete(sent.get(4));

        assertEquals(new HistoryPage(List.of(sent.get(3), sent.get(5)), true), page(room, new Range.Offset(0), 3));
        assertEquals(
                new HistoryPage(List.of(sent.get(0), sent.get(1), sent.get(2)), false),
                page(room, new Range.Offset(3), 3));
    }

    @Test
    void a_page_by_position_shows_so_many_that_are_there() {
        RoomId room = chat().publicRoom();
        List<Message> sent = chat().send(room, chat().member(), 6);
        delete(sent.get(4));
        delete(sent.get(1));

        assertEquals(
                new HistoryPage(List.of(sent.get(2), sent.get(3)), true),
                page(room, new Range.Before(new Position(6)), 2));
        assertEquals(
                new HistoryPage(List.of(sent.get(2), sent.get(3)), true),
                page(room, new Range.After(new Position(1)), 2));
    }

    @Test
    void where_all_else_is_deleted_nothing_more_is_there() {
        RoomId room = chat().publicRoom();
        List<Message> sent = chat().send(room, chat().member(), 4);
        delete(sent.get(0));
        delete(sent.get(3));

        List<Message> left = List.of(sent.get(1), sent.get(2));
        assertEquals(new HistoryPage(left, false), page(room, new Range.Before(new Position(4)), 2));
        assertEquals(new HistoryPage(left, false), page(room, new Range.After(Position.NONE), 2));
        assertEquals(new HistoryPage(List.of(sent.get(2)), true), page(room, new Range.Offset(0), 2));
        assertEquals(new HistoryPage(List.of(sent.get(1)), false), page(room, new Range.Offset(2), 2));
    }

    @Test
    void every_message_that_was_sent_counts_deleted_or_not() {
        RoomId room = chat().publicRoom();
        long before = messages().count();

        List<Message> sent = chat().send(room, chat().member(), 3);
        delete(sent.getFirst());

        assertEquals(before + 3, messages().count());
    }

    @Test
    void messages_count_from_the_moment_of_their_ids() {
        Instant start = Instant.parse("2999-01-01T00:00:00.000Z");
        RoomId room = chat().publicRoom();
        User author = chat().member();
        long before = messages().countSince(start);
        long later = messages().countSince(start.plusMillis(1));

        sendAt(start.minusMillis(1), room, author);
        sendAt(start, room, author);
        delete(sendAt(start.plusMillis(1), room, author));

        assertEquals(before + 2, messages().countSince(start));
        assertEquals(later + 1, messages().countSince(start.plusMillis(1)));
    }

    private Message sendAt(Instant at, RoomId room, User author) {
        MessageDraft draft = chat().draft(room, author, "of another time");
        return chat().send(new MessageDraft(
                MessageId.next(at, ThreadLocalRandom.current()),
                draft.room(),
                draft.author(),
                draft.content(),
                draft.type(),
                draft.replyTo(),
                draft.request(),
                draft.accessRevision(),
                NOW));
    }

    private Message delete(Message message) {
        return messages()
                .update(message.id(), (access, old) -> old.deleted(LATER))
                .message();
    }

    private Message repeat(RoomId room, User sender) {
        return messages()
                .findRepeat(room, sender.id(), new ClientMessageId("once"))
                .orElseThrow()
                .message();
    }

    private HistoryPage page(RoomId room, Range range, int limit) {
        return messages().history(new HistoryQuery(room, range, Position.NONE, false, limit));
    }

    private MessageRepository messages() {
        return storage().messages();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
