package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.message.Repeat;
import io.chatsphere.domain.message.ReplyTo;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserSummary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How whole a message comes back from a {@link MessageRepository}. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(MessageRepository.class)
public abstract class MessageRepositoryFindContract {
    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void an_unknown_id_finds_no_message() {
        assertEquals(Optional.empty(), storage().messages().find(Fixtures.messageId()));
    }

    @Test
    void texts_of_every_script_come_back_exactly() {
        assertComesBack("公共大厅 — مرحبا — 👩‍👩‍👧 — \u202Eright to left — a\u0301");
        assertComesBack("tabs\tand\r\nlines\n\nand \\ ' \" ${x} %s {} \u0001\u007F\uFFFE\uFEFF");
        assertComesBack("x");
    }

    @Test
    void the_longest_text_comes_back_exactly() {
        assertComesBack("\uD83C\uDF88".repeat(MessageContent.HARD_LIMIT));
    }

    @Test
    void a_message_of_each_type_comes_back_whole() {
        User author = chat().member();
        for (MessageType type : MessageType.values()) {
            MessageDraft draft = chat().request(chat().publicRoom(), author, "id", "https://example.org/cat.png");
            Message sent = chat().send(withType(draft, type));

            assertEquals(type, sent.type());
            assertComesBack(sent);
        }
    }

    @Test
    void a_reply_carries_id_and_position_of_what_it_answers() {
        User author = chat().member();
        Message first = chat().send(chat().publicRoom(), author, "question");

        Message reply = chat().send(chat().reply(first, author, "answer"));

        assertEquals(Optional.of(new ReplyTo(first.id(), first.position())), reply.replyTo());
        assertComesBack(reply);
    }

    @Test
    void a_message_carries_its_authors_summary() {
        User plain = Fixtures.user();
        User author = chat().register(new User(
                plain.id(),
                plain.username(),
                plain.email(),
                new DisplayName("张三丰"),
                Optional.of(new AvatarUrl("https://example.org/me.png")),
                Optional.empty(),
                User.LOCAL,
                true,
                Fixtures.NOW,
                Optional.empty()));

        Message message = chat().send(chat().publicRoom(), author, "hello");

        assertEquals(author.summary(), message.author());
        assertComesBack(message);
    }

    @Test
    void a_message_carries_its_author_as_of_now_and_not_as_of_sending() {
        User author = chat().member();
        MessageDraft draft = chat().request(chat().publicRoom(), author, "id", "hello");
        UserSummary former =
                new UserSummary(author.id(), author.username(), new DisplayName("Former name"), Optional.empty());

        Message sent = chat().send(withAuthor(draft, former));

        Optional<Message> found = storage().messages().find(sent.id());
        assertEquals(Optional.of(author.summary()), found.map(Message::author));
        ClientMessageId clientId = sent.clientMessageId().orElseThrow();
        assertEquals(
                found,
                storage()
                        .messages()
                        .findRepeat(sent.room(), author.id(), clientId)
                        .map(Repeat::message));
        assertEquals(List.of(found.orElseThrow()), newest(sent.room()));
        assertEquals(
                List.of(new RoomChange.OfMessage(found.orElseThrow())),
                storage().changes().since(sent.room(), Revision.ZERO, 10).changes());
    }

    @Test
    void a_message_of_a_direct_room_comes_back_whole() {
        User author = chat().member();

        assertComesBack(chat().send(chat().direct(author, chat().member()), author, "hello"));
    }

    private void assertComesBack(String text) {
        assertComesBack(chat().send(chat().publicRoom(), chat().member(), text));
    }

    private void assertComesBack(Message message) {
        assertEquals(Optional.of(message), storage().messages().find(message.id()));
        assertEquals(List.of(message), newest(message.room()));
        assertFalse(message.isDeleted());
    }

    private List<Message> newest(RoomId room) {
        HistoryQuery query = new HistoryQuery(room, new HistoryQuery.Range.Offset(0), Position.NONE, false, 1);
        return storage().messages().history(query).messages();
    }

    private static MessageDraft withType(MessageDraft draft, MessageType type) {
        return with(draft, draft.author(), type);
    }

    private static MessageDraft withAuthor(MessageDraft draft, UserSummary author) {
        return with(draft, author, draft.type());
    }

    private static MessageDraft with(MessageDraft draft, UserSummary author, MessageType type) {
        return new MessageDraft(
                draft.id(),
                draft.room(),
                author,
                draft.content(),
                type,
                draft.replyTo(),
                draft.request(),
                draft.accessRevision(),
                draft.createdAt());
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
