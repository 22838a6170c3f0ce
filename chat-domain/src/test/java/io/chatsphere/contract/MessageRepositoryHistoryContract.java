package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.HistoryPage;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.HistoryQuery.Range;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageRepository;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How {@link MessageRepository#history} pages through a room. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(MessageRepository.class)
public abstract class MessageRepositoryHistoryContract {
    private static final int LAST = 10;
    private static final Position NOWHERE = new Position(Long.MAX_VALUE);

    private RoomId room;
    private List<Message> sent;

    /** The store to be proved. */
    protected abstract Storage storage();

    @BeforeEach
    final void makeARoomWithTenMessages() {
        TestChat chat = new TestChat(storage());
        room = chat.publicRoom();
        sent = chat.send(room, chat.member(), LAST);
    }

    @Test
    void a_page_holds_the_messages_as_they_were_stored() {
        assertEquals(sent, history(offset(0), 100).messages());
    }

    @Test
    void an_offset_counts_positions_from_the_end() {
        assertPage(8, 10, true, offset(0), 3);
        assertPage(5, 7, true, offset(3), 3);
        assertPage(2, 4, true, offset(6), 3);
        assertPage(1, 1, false, offset(9), 3);
    }

    @Test
    void an_offset_page_that_reaches_the_first_message_has_no_more() {
        assertPage(1, 10, false, offset(0), 10);
        assertPage(1, 10, false, offset(0), 100);
        assertPage(2, 10, true, offset(0), 9);
        assertPage(1, 2, false, offset(8), 5);
    }

    @Test
    void an_offset_beyond_the_first_message_gives_nothing() {
        assertEmpty(offset(10), 3);
        assertEmpty(offset(11), 100);
        assertEmpty(offset(Long.MAX_VALUE), 100);
    }

    @Test
    void before_gives_the_last_ones_before_a_position() {
        assertPage(5, 7, true, before(8), 3);
        assertPage(1, 3, false, before(4), 3);
        assertPage(1, 2, false, before(3), 3);
        assertEmpty(before(1), 3);
        assertEmpty(before(0), 3);
    }

    @Test
    void before_a_position_beyond_the_end_gives_the_newest() {
        assertPage(8, 10, true, before(11), 3);
        assertPage(8, 10, true, new Range.Before(NOWHERE), 3);
    }

    @Test
    void after_gives_the_first_ones_behind_a_position() {
        assertPage(1, 3, true, after(0), 3);
        assertPage(4, 6, true, after(3), 3);
        assertPage(8, 10, false, after(7), 3);
        assertPage(9, 10, false, after(8), 3);
    }

    @Test
    void after_the_last_position_or_beyond_gives_nothing() {
        assertEmpty(after(10), 3);
        assertEmpty(new Range.After(NOWHERE), 3);
    }

    @Test
    void pages_before_meet_without_overlap() {
        assertPage(8, 10, true, before(11), 3);
        assertPage(5, 7, true, before(8), 3);
        assertPage(2, 4, true, before(5), 3);
        assertPage(1, 1, false, before(2), 3);
    }

    @Test
    void nothing_at_or_before_what_is_visible_is_shown() {
        assertPage(new Position(4), 8, 10, true, offset(0), 3);
        assertPage(new Position(4), 5, 10, false, offset(0), 6);
        assertPage(new Position(4), 5, 7, false, offset(3), 5);
        assertPage(new Position(4), 5, 7, false, before(8), 3);
        assertPage(new Position(4), 6, 7, true, before(8), 2);
        assertPage(new Position(4), 5, 6, true, after(0), 2);
        assertPage(new Position(4), 8, 9, true, after(7), 2);
    }

    @Test
    void where_nothing_is_visible_every_page_is_empty_and_the_last() {
        for (Position visibleAfter : List.of(new Position(LAST), NOWHERE)) {
            for (Range range : List.of(offset(0), offset(3), before(8), after(0))) {
                assertEquals(new HistoryPage(List.of(), false), history(range, visibleAfter, 3));
            }
        }
        assertEquals(new HistoryPage(List.of(), false), history(before(5), new Position(4), 3));
        assertEquals(new HistoryPage(List.of(), false), history(offset(6), new Position(4), 3));
    }

    @Test
    void a_page_ends_at_the_greatest_limit() {
        TestChat chat = new TestChat(storage());
        chat.send(room, chat.member(), HistoryQuery.MAX_LIMIT);

        HistoryPage page = history(offset(0), HistoryQuery.MAX_LIMIT);

        assertEquals(HistoryQuery.MAX_LIMIT, page.messages().size());
        assertTrue(page.hasMore());
    }

    @Test
    void a_room_without_messages_and_an_unknown_room_have_an_empty_history() {
        for (RoomId empty : List.of(new TestChat(storage()).publicRoom(), Fixtures.roomId())) {
            for (Range range : List.of(offset(0), before(5), after(0))) {
                HistoryQuery query = new HistoryQuery(empty, range, Position.NONE, true, 10);

                assertEquals(
                        new HistoryPage(List.of(), false), storage().messages().history(query));
            }
        }
    }

    @Test
    void other_rooms_are_not_shown() {
        TestChat chat = new TestChat(storage());
        chat.send(chat.publicRoom(), chat.member(), 3);

        assertPage(1, 10, false, offset(0), 100);
    }

    private void assertPage(long first, long last, boolean hasMore, Range range, int limit) {
        assertPage(Position.NONE, first, last, hasMore, range, limit);
    }

    private void assertPage(Position visibleAfter, long first, long last, boolean hasMore, Range range, int limit) {
        HistoryPage page = history(range, visibleAfter, limit);

        assertEquals(
                LongStream.rangeClosed(first, last).boxed().toList(),
                page.messages().stream()
                        .map(message -> message.position().value())
                        .toList());
        assertEquals(hasMore, page.hasMore(), "has more");
    }

    private void assertEmpty(Range range, int limit) {
        assertEquals(new HistoryPage(List.of(), false), history(range, limit));
    }

    private HistoryPage history(Range range, int limit) {
        return history(range, Position.NONE, limit);
    }

    private HistoryPage history(Range range, Position visibleAfter, int limit) {
        return storage().messages().history(new HistoryQuery(room, range, visibleAfter, false, limit));
    }

    private static Range offset(long offset) {
        return new Range.Offset(offset);
    }

    private static Range before(long position) {
        return new Range.Before(new Position(position));
    }

    private static Range after(long position) {
        return new Range.After(new Position(position));
    }
}
