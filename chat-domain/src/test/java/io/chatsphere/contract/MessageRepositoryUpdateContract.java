package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.LATER;
import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.HistoryQuery;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.message.UpdatedMessage;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How a {@link MessageRepository} changes messages. Extend it, and return the store to be proved from {@link #storage()}; it
 * may hold anything.
 */
@ContractOf(MessageRepository.class)
public abstract class MessageRepositoryUpdateContract {
    private static final MessageContent OTHER = new MessageContent("another 内容 🎈");

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void an_edited_message_is_the_rooms_next_change() {
        RoomId room = chat().publicRoom();
        Message sent = chat().send(room, chat().member(), 3).get(1);
        Message expected = sent.edited(OTHER, LATER).at(new Revision(4));

        assertEquals(new UpdatedMessage(expected, true), edit(sent, OTHER));

        assertEquals(Optional.of(expected), messages().find(sent.id()));
        assertEquals(new Revision(4), chat().revision(room));
        assertEquals(sent.sentRevision(), expected.sentRevision());
        assertEquals(sent.position(), expected.position());
    }

    @Test
    void a_deleted_message_keeps_its_place_without_its_content() {
        RoomId room = chat().publicRoom();
        List<Message> sent = chat().send(room, chat().member(), 3);
        Message expected = sent.get(1).deleted(LATER).at(new Revision(4));

        assertEquals(new UpdatedMessage(expected, true), delete(sent.get(1)));

        assertEquals(Optional.of(expected), messages().find(expected.id()));
        assertEquals(Optional.empty(), expected.content());
        assertEquals(List.of(sent.get(0), sent.get(2)), history(room, false));
        assertEquals(List.of(sent.get(0), expected, sent.get(2)), history(room, true));
        assertEquals(new Position(4), chat().send(room, chat().member(), "next").position());
    }

    @Test
    void an_edited_message_that_is_deleted_says_both() {
        Message sent = send();
        edit(sent, OTHER);

        Message deleted = delete(sent).message();

        assertEquals(Optional.of(LATER), deleted.editedAt());
        assertEquals(Optional.of(LATER), deleted.deletedAt());
        assertEquals(new Revision(3), deleted.revision());
    }

    @Test
    void a_change_sees_the_message_and_its_room_as_they_are() {
        User owner = chat().member();
        RoomId group = chat().groupOf(owner, chat().member());
        Message sent = chat().send(group, owner, "first");
        edit(sent, OTHER);
        chat().act(group, new RoomAct.Describe(Fixtures.details()));
        List<RoomAccess> accesses = new ArrayList<>();
        List<Message> seen = new ArrayList<>();

        messages().update(sent.id(), (access, message) -> {
            accesses.add(access);
            seen.add(message);
            return message;
        });

        assertEquals(List.of(messages().find(sent.id()).orElseThrow()), seen);
        assertEquals(List.of(storage().rooms().findAccess(group).orElseThrow()), accesses);
        assertEquals(RoomRole.OWNER, accesses.getFirst().roles().get(owner.id()));
    }

    @Test
    void what_is_equal_moves_nothing() {
        Message sent = send();

        assertEquals(new UpdatedMessage(sent, false), messages().update(sent.id(), (access, message) -> message));

        assertEquals(new Revision(1), chat().revision(sent.room()));
        assertEquals(Optional.of(sent), messages().find(sent.id()));
    }

    @Test
    void deleting_twice_moves_nothing_the_second_time() {
        Message deleted = delete(send()).message();

        assertEquals(new UpdatedMessage(deleted, false), delete(deleted));
    }

    @Test
    void all_else_is_not_looked_at() {
        Message sent = send();
        User other = chat().member();

        UpdatedMessage updated = messages()
                .update(
                        sent.id(),
                        (access, message) -> new Message(
                                Fixtures.messageId(),
                                Fixtures.roomId(),
                                new Position(77),
                                new Revision(77),
                                new Revision(78),
                                other.summary(),
                                message.content(),
                                MessageType.IMAGE,
                                Optional.empty(),
                                Optional.empty(),
                                NOW.minusMillis(1),
                                message.editedAt(),
                                message.deletedAt()));

        assertEquals(new UpdatedMessage(sent, false), updated);
        assertEquals(Optional.of(sent), messages().find(sent.id()));
    }

    @Test
    void a_message_with_a_reply_and_a_client_id_stays_whole() {
        RoomId room = chat().publicRoom();
        User author = chat().member();
        Message question = chat().send(chat().request(room, author, "question-1", "question"));
        Message answer = chat().send(chat().reply(question, author, "answer"));

        assertEquals(
                question.edited(OTHER, LATER).at(new Revision(3)),
                edit(question, OTHER).message());
        assertEquals(
                answer.edited(OTHER, LATER).at(new Revision(4)),
                edit(answer, OTHER).message());
    }

    @Test
    void a_change_of_a_message_does_not_move_the_access_revision() {
        Message sent = send();
        edit(sent, OTHER);

        assertEquals(
                Revision.ZERO,
                storage().rooms().findAccess(sent.room()).orElseThrow().revision());
    }

    @Test
    void what_the_change_throws_is_thrown_and_nothing_changes() {
        Message sent = send();
        ChatException refusal = new ChatException.Forbidden(ErrorCode.MESSAGE_ACCESS_DENIED);

        ChatException thrown = assertThrows(
                ChatException.Forbidden.class,
                () -> messages().update(sent.id(), (access, message) -> {
                    throw refusal;
                }));

        assertEquals(refusal.code(), thrown.code());
        assertEquals(Optional.of(sent), messages().find(sent.id()));
        assertEquals(new Revision(1), chat().revision(sent.room()));
    }

    @Test
    void an_unknown_message_is_refused() {
        assertRefused(
                ChatException.NotFound.class,
                ErrorCode.MESSAGE_NOT_FOUND,
                () -> messages().update(Fixtures.messageId(), (access, message) -> message));
    }

    private Message send() {
        return chat().send(chat().publicRoom(), chat().member(), "first");
    }

    private UpdatedMessage edit(Message message, MessageContent content) {
        return messages().update(message.id(), (access, old) -> old.edited(content, LATER));
    }

    private UpdatedMessage delete(Message message) {
        return messages().update(message.id(), (access, old) -> old.isDeleted() ? old : old.deleted(LATER));
    }

    private List<Message> history(RoomId room, boolean includeDeleted) {
        return messages()
                .history(new HistoryQuery(room, new HistoryQuery.Range.Offset(0), Position.NONE, includeDeleted, 10))
                .messages();
    }

    private MessageRepository messages() {
        return storage().messages();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
