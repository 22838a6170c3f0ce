package io.chatsphere.contract;

import static io.chatsphere.contract.TestChat.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * How {@link MessageRepository#append} gives messages their place. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(MessageRepository.class)
public abstract class MessageRepositoryAppendContract {
    private static final int RACERS = 16;
    private static final int CALLS = 10;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_draft_is_stored_at_the_next_position_and_revision() {
        RoomId room = chat().publicRoom();
        MessageDraft draft = chat().draft(room, chat().member(), "hello");

        Message message = stored(append(draft).getFirst());

        assertEquals(draft.stored(new Position(1), new Revision(1)), message);
    }

    @Test
    void what_is_stored_is_visible_at_once() {
        RoomId room = chat().publicRoom();
        Message message = chat().send(room, chat().member(), "hello");

        assertEquals(Optional.of(message), messages().find(message.id()));
        assertEquals(new Revision(1), storage().changes().heads(List.of(room)).get(room));
    }

    @Test
    void drafts_of_one_call_keep_their_order() {
        RoomId room = chat().publicRoom();
        User author = chat().member();
        List<MessageDraft> drafts = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> chat().draft(room, author, "message " + i))
                .toList());
        Collections.shuffle(drafts);

        List<Message> messages =
                messages().append(drafts).stream().map(TestChat::stored).toList();

        assertEquals(
                drafts.stream().map(MessageDraft::id).toList(),
                messages.stream().map(Message::id).toList());
        assertEquals(LongStream.rangeClosed(1, 100).boxed().toList(), positions(messages));
    }

    @Test
    void later_calls_come_behind_earlier_ones() {
        RoomId room = chat().publicRoom();
        User author = chat().member();

        assertEquals(List.of(1L, 2L, 3L), positions(chat().send(room, author, 3)));
        assertEquals(List.of(4L, 5L), positions(chat().send(room, author, 2)));
    }

    @Test
    void one_call_may_go_into_several_rooms() {
        User author = chat().member();
        RoomId one = chat().publicRoom();
        RoomId other = chat().group(author);
        chat().send(other, author, 4);

        List<Message> messages = append(
                        chat().draft(one, author, "a"),
                        chat().draft(other, author, "b"),
                        chat().draft(one, author, "c"))
                .stream()
                .map(TestChat::stored)
                .toList();

        assertEquals(List.of(1L, 5L, 2L), positions(messages));
        assertEquals(
                List.of(one, other, one), messages.stream().map(Message::room).toList());
    }

    @Test
    void no_drafts_give_no_answers() {
        assertEquals(List.of(), messages().append(List.of()));
    }

    @Test
    void a_draft_judged_at_another_access_revision_is_stale_and_adds_nothing() {
        RoomId room = chat().publicRoom();
        MessageDraft draft = chat().draft(room, chat().member(), "hello");

        assertEquals(List.of(new Appended.Stale()), append(TestChat.stale(draft)));

        assertEquals(Optional.empty(), messages().find(draft.id()));
        assertEquals(new Position(1), chat().send(draft).position());
    }

    @Test
    void a_draft_into_an_unknown_room_is_stale() {
        MessageDraft draft = chat().draft(Fixtures.roomId(), chat().member(), "hello");

        assertEquals(List.of(new Appended.Stale()), append(draft));
    }

    @Test
    void a_stale_draft_leaves_no_hole_between_the_others_of_its_call() {
        RoomId room = chat().publicRoom();
        User author = chat().member();

        List<Appended> answers = append(
                chat().draft(room, author, "a"),
                TestChat.stale(chat().draft(room, author, "b")),
                chat().draft(Fixtures.roomId(), author, "c"),
                chat().draft(room, author, "d"));

        assertEquals(new Position(1), stored(answers.get(0)).position());
        assertEquals(new Appended.Stale(), answers.get(1));
        assertEquals(new Appended.Stale(), answers.get(2));
        assertEquals(new Position(2), stored(answers.get(3)).position());
        assertEquals(new Revision(2), stored(answers.get(3)).revision());
    }

    @Test
    void parallel_senders_give_one_order_without_holes() {
        RoomId room = chat().publicRoom();

        List<List<Message>> sent = Race.run(RACERS, i -> sendMany(room));

        List<Message> all = sent.stream().flatMap(List::stream).toList();
        int total = RACERS * CALLS * 2;
        assertEquals(
                LongStream.rangeClosed(1, total).boxed().toList(),
                positions(all).stream().sorted().toList());
        all.forEach(message ->
                assertEquals(message.position().value(), message.revision().value()));
        all.forEach(message -> assertEquals(Optional.of(message), messages().find(message.id())));
    }

    @Test
    void each_senders_own_order_survives_the_others() {
        RoomId room = chat().publicRoom();

        for (List<Message> own : Race.run(RACERS, i -> sendMany(room))) {
            assertEquals(positions(own).stream().sorted().toList(), positions(own));
        }
    }

    @Test
    void parallel_calls_over_several_rooms_in_any_order_never_get_in_each_others_way() {
        User author = chat().member();
        List<RoomId> rooms = List.of(chat().publicRoom(), chat().publicRoom(), chat().publicRoom());

        Race.run(RACERS, i -> {
            List<RoomId> order = new ArrayList<>(rooms);
            Collections.rotate(order, i);
            List<MessageDraft> drafts = order.stream()
                    .map(room -> chat().draft(room, author, "message " + i))
                    .toList();
            return messages().append(drafts).stream().map(TestChat::stored).toList();
        });

        rooms.forEach(room -> assertEquals(
                new Revision(RACERS), storage().changes().heads(List.of(room)).get(room)));
    }

    @Test
    void stale_drafts_of_others_never_make_a_call_fail() {
        RoomId room = chat().publicRoom();
        User author = chat().member();

        List<Appended> answers = Race.run(RACERS, i -> {
            MessageDraft draft = chat().draft(room, author, "message " + i);
            return append(i % 2 == 0 ? draft : TestChat.stale(draft)).getFirst();
        });

        for (int i = 0; i < RACERS; i++) {
            assertEquals(i % 2 != 0, answers.get(i) instanceof Appended.Stale);
        }
        assertEquals(
                new Revision(RACERS / 2),
                storage().changes().heads(List.of(room)).get(room));
    }

    private List<Message> sendMany(RoomId room) {
        User author = chat().member();
        List<Message> sent = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            sent.addAll(chat().send(room, author, 2));
        }
        return sent;
    }

    private static List<Long> positions(List<Message> messages) {
        return messages.stream().map(message -> message.position().value()).toList();
    }

    private List<Appended> append(MessageDraft... drafts) {
        return messages().append(List.of(drafts));
    }

    private MessageRepository messages() {
        return storage().messages();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
