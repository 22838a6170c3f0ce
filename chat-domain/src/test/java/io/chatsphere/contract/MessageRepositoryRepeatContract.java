package io.chatsphere.contract;

import static io.chatsphere.contract.TestChat.stale;
import static io.chatsphere.contract.TestChat.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.ClientRequest;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.message.Repeat;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How {@link MessageRepository} stores a request once, whatever is retried. Extend it, and return the store to be proved
 * from {@link #storage()}; it may hold anything.
 */
@ContractOf(MessageRepository.class)
public abstract class MessageRepositoryRepeatContract {
    private static final int RACERS = 16;
    private static final String ID = "client-id-~!";

    private RoomId room;
    private User author;

    /** The store to be proved. */
    protected abstract Storage storage();

    @BeforeEach
    final void makeARoomAndAnAuthor() {
        room = chat().publicRoom();
        author = chat().member();
    }

    @Test
    void a_repeat_in_a_later_call_gives_the_stored_message_and_adds_nothing() {
        Message first = chat().send(request("hello"));

        assertEquals(List.of(new Appended.Repeated(first)), append(request("hello")));
        assertHead(1);
    }

    @Test
    void a_repeat_within_one_call_is_stored_once() {
        List<Appended> answers = append(request("hello"), plain("between"), request("hello"), plain("behind"));

        Message first = stored(answers.get(0));
        assertEquals(new Appended.Repeated(first), answers.get(2));
        assertEquals(new Position(3), stored(answers.get(3)).position());
        assertHead(3);
    }

    @Test
    void of_parallel_repeats_exactly_one_is_stored_and_the_others_give_it() {
        List<Appended> answers = Race.run(RACERS, i -> append(request("hello")).getFirst());

        List<Message> stored = answers.stream()
                .filter(Appended.Stored.class::isInstance)
                .map(TestChat::stored)
                .toList();
        assertEquals(1, stored.size());
        Appended repeated = new Appended.Repeated(stored.getFirst());
        assertEquals(RACERS - 1, answers.stream().filter(repeated::equals).count());
        assertHead(1);
    }

    @Test
    void parallel_calls_that_share_several_requests_store_each_once() {
        List<List<Appended>> answers = Race.run(RACERS, i -> {
            List<MessageDraft> drafts = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                drafts.add(chat().request(room, author, "id-" + (n + i) % 5, "text " + (n + i) % 5));
            }
            return storage().messages().append(drafts);
        });

        assertEquals(
                5,
                answers.stream()
                        .flatMap(List::stream)
                        .filter(Appended.Stored.class::isInstance)
                        .count());
        assertHead(5);
    }

    @Test
    void the_same_client_id_for_another_text_is_a_conflict_and_adds_nothing() {
        chat().send(request("hello"));

        assertEquals(List.of(new Appended.Conflicting()), append(request("another")));
        assertHead(1);
    }

    @Test
    void a_conflict_within_one_call_is_told_to_the_second() {
        List<Appended> answers = append(request("hello"), request("another"), plain("behind"));

        assertEquals(new Position(1), stored(answers.get(0)).position());
        assertEquals(new Appended.Conflicting(), answers.get(1));
        assertEquals(new Position(2), stored(answers.get(2)).position());
    }

    @Test
    void conflicting_drafts_of_others_never_make_a_call_fail() {
        List<Appended> answers = Race.run(
                RACERS,
                i -> append(i % 2 == 0 ? plain("plain " + i) : request("text " + i))
                        .getFirst());

        for (int i = 0; i < RACERS; i += 2) {
            stored(answers.get(i));
        }
        assertEquals(
                RACERS / 2 - 1,
                answers.stream().filter(new Appended.Conflicting()::equals).count());
        assertHead(RACERS / 2 + 1);
    }

    @Test
    void the_client_id_of_another_sender_or_room_is_no_repeat() {
        chat().send(request("hello"));

        Message ofAnother = chat().send(chat().request(room, chat().member(), ID, "hello"));
        Message elsewhere = chat().send(chat().request(chat().publicRoom(), author, ID, "hello"));

        assertEquals(new Position(2), ofAnother.position());
        assertEquals(new Position(1), elsewhere.position());
    }

    @Test
    void drafts_without_a_client_id_are_never_repeats() {
        assertEquals(new Position(1), chat().send(plain("hello")).position());
        assertEquals(new Position(2), chat().send(plain("hello")).position());
    }

    @Test
    void client_ids_differ_by_case() {
        chat().send(chat().request(room, author, "a", "hello"));

        assertEquals(
                new Position(2),
                chat().send(chat().request(room, author, "A", "hello")).position());
    }

    @Test
    void a_repeat_is_answered_before_staleness_is_looked_at() {
        Message first = chat().send(request("hello"));

        assertEquals(List.of(new Appended.Repeated(first)), append(stale(request("hello"))));
    }

    @Test
    void a_conflict_is_answered_before_staleness_is_looked_at() {
        chat().send(request("hello"));

        assertEquals(List.of(new Appended.Conflicting()), append(stale(request("another"))));
    }

    @Test
    void a_stale_request_does_not_use_up_its_client_id() {
        List<Appended> answers = append(stale(request("hello")), request("hello"));

        assertEquals(new Appended.Stale(), answers.get(0));
        assertEquals(new Position(1), stored(answers.get(1)).position());
    }

    @Test
    void what_was_stored_under_a_client_id_is_found_with_its_hash() {
        MessageDraft draft = request("hello");
        Message message = chat().send(draft);

        ClientRequest asked = draft.request().orElseThrow();
        assertEquals(
                Optional.of(new Repeat(message, asked.hash())),
                storage().messages().findRepeat(room, author.id(), asked.id()));
        assertEquals(Optional.of(asked.id()), message.clientMessageId());
    }

    @Test
    void another_room_sender_or_client_id_finds_no_repeat() {
        chat().send(request("hello"));
        ClientMessageId id = new ClientMessageId(ID);
        MessageRepository messages = storage().messages();

        assertEquals(Optional.empty(), messages.findRepeat(Fixtures.roomId(), author.id(), id));
        assertEquals(Optional.empty(), messages.findRepeat(room, Fixtures.userId(), id));
        assertEquals(Optional.empty(), messages.findRepeat(room, author.id(), new ClientMessageId("other")));
    }

    private void assertHead(long revision) {
        assertEquals(
                new Revision(revision), storage().changes().heads(List.of(room)).get(room));
    }

    private MessageDraft request(String text) {
        return chat().request(room, author, ID, text);
    }

    private MessageDraft plain(String text) {
        return chat().draft(room, author, text);
    }

    private List<Appended> append(MessageDraft... drafts) {
        return storage().messages().append(List.of(drafts));
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
