package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * How a {@link ChangeLog} tells what changed in rooms. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(ChangeLog.class)
public abstract class ChangeLogContract {
    private static final int WRITERS = 8;
    private static final int CALLS = 25;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void the_epoch_stays() {
        assertEquals(changes().epoch(), changes().epoch());
    }

    @Test
    void heads_gives_the_last_revision_of_each_room_that_exists() {
        RoomId quiet = chat().publicRoom();
        RoomId busy = chat().publicRoom();
        chat().send(busy, chat().member(), 4);

        Map<RoomId, Revision> heads = changes().heads(List.of(quiet, busy, Fixtures.roomId(), busy));

        assertEquals(Map.of(quiet, Revision.ZERO, busy, new Revision(4)), heads);
        assertEquals(Map.of(), changes().heads(List.of()));
    }

    @Test
    void a_new_room_has_no_changes() {
        assertEquals(stretch(List.of(), 0, true), since(chat().group(chat().member()), 0, 10));
    }

    @Test
    void since_gives_the_messages_behind_a_revision_oldest_first() {
        RoomId room = chat().publicRoom();
        List<Message> sent = chat().send(room, chat().member(), 5);

        assertEquals(stretch(sent, 5, true), since(room, 0, 1000));
        assertEquals(stretch(sent.subList(3, 5), 5, true), since(room, 3, 1000));
    }

    @Test
    void a_page_that_ends_at_its_limit_covers_up_to_its_last_change() {
        RoomId room = chat().publicRoom();
        List<Message> sent = chat().send(room, chat().member(), 5);

        assertEquals(stretch(sent.subList(0, 2), 2, false), since(room, 0, 2));
        assertEquals(stretch(sent.subList(2, 4), 4, false), since(room, 2, 2));
        assertEquals(stretch(sent.subList(4, 5), 5, true), since(room, 4, 2));
    }

    @Test
    void a_page_that_just_reaches_the_last_change_is_complete() {
        RoomId room = chat().publicRoom();
        List<Message> sent = chat().send(room, chat().member(), 3);

        assertEquals(stretch(sent, 3, true), since(room, 0, 3));
    }

    @Test
    void nothing_is_behind_the_last_revision() {
        RoomId room = chat().publicRoom();
        chat().send(room, chat().member(), 3);

        assertEquals(stretch(List.of(), 3, true), since(room, 3, 10));
    }

    @Test
    void beyond_the_last_revision_the_last_one_is_told() {
        RoomId room = chat().publicRoom();
        chat().send(room, chat().member(), 3);

        assertEquals(stretch(List.of(), 3, true), since(room, 4, 10));
        assertEquals(stretch(List.of(), 3, true), since(room, Long.MAX_VALUE, 10));
    }

    @Test
    void an_unknown_room_has_no_changes() {
        assertEquals(stretch(List.of(), 0, true), since(Fixtures.roomId(), 7, 10));
    }

    @Test
    void who_joins_a_public_room_is_no_change_of_it() {
        RoomId room = chat().publicRoom();
        chat().send(room, chat().member(), 1);
        chat().member(room);

        assertEquals(1, since(room, 0, 10).changes().size());
    }

    @Test
    void a_change_carries_what_the_repository_gives() {
        RoomId room = chat().publicRoom();
        User author = chat().member();
        Message question = chat().send(room, author, "question");
        Message answer = chat().send(chat().reply(question, author, "answer"));

        assertEquals(stretch(List.of(question, answer), 2, true), since(room, 0, 10));
    }

    @Test
    void a_reader_beside_writers_never_misses_a_change() {
        RoomId room = chat().publicRoom();
        long total = (long) WRITERS * CALLS * 2;

        List<List<Long>> seen =
                Race.run(WRITERS + 2, i -> i < WRITERS ? write(room) : readUpTo(room, total, i == WRITERS ? 7 : 1000));

        List<Long> all = LongStream.rangeClosed(1, total).boxed().toList();
        assertEquals(all, seen.get(WRITERS));
        assertEquals(all, seen.get(WRITERS + 1));
    }

    private List<Long> write(RoomId room) {
        User author = chat().member();
        for (int i = 0; i < CALLS; i++) {
            chat().send(room, author, 2);
        }
        return List.of();
    }

    /** Reads stretch after stretch, as a resuming client does, until the last change is there. */
    private List<Long> readUpTo(RoomId room, long total, int limit) {
        List<Long> seen = new ArrayList<>();
        RoomChanges page = since(room, 0, limit);
        seen.addAll(revisions(page));
        while (page.upTo().value() < total) {
            Revision before = page.upTo();
            page = changes().since(room, before, limit);
            assertConsistent(page, before);
            seen.addAll(revisions(page));
        }
        return seen;
    }

    private static void assertConsistent(RoomChanges page, Revision after) {
        List<Long> revisions = revisions(page);
        assertFalse(page.upTo().compareTo(after) < 0, "a stretch never ends before its start");
        assertTrue(page.complete() || !revisions.isEmpty(), "a stretch without changes is complete");
        assertEquals(
                revisions.isEmpty() ? after.value() : revisions.getLast(),
                page.upTo().value());
    }

    private static List<Long> revisions(RoomChanges page) {
        return page.changes().stream().map(change -> change.revision().value()).toList();
    }

    private static RoomChanges stretch(List<Message> messages, long upTo, boolean complete) {
        List<RoomChange> changes =
                messages.stream().<RoomChange>map(RoomChange.OfMessage::new).toList();
        return new RoomChanges(changes, new Revision(upTo), complete);
    }

    private RoomChanges since(RoomId room, long after, int limit) {
        return changes().since(room, new Revision(after), limit);
    }

    private ChangeLog changes() {
        return storage().changes();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
