package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.LATER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.message.UpdatedMessage;
import io.chatsphere.domain.user.User;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What a {@link MessageRepository} keeps when many change messages at once. Extend it, and return the store to be proved from {@link #storage()}; it
 * may hold anything.
 */
@ContractOf(MessageRepository.class)
public abstract class MessageRepositoryUpdateRaceContract {
    private static final int RACERS = 20;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void no_parallel_edit_of_one_message_is_lost() {
        Message sent = send();

        List<Long> revisions = Race.run(
                RACERS,
                i -> messages()
                        .update(sent.id(), (access, message) -> message.edited(longer(message), LATER))
                        .message()
                        .revision()
                        .value());

        assertEquals(
                LongStream.rangeClosed(2, RACERS + 1L).boxed().toList(),
                revisions.stream().sorted().toList());
        Message last = messages().find(sent.id()).orElseThrow();
        assertEquals(
                sent.content().orElseThrow().text() + "x".repeat(RACERS),
                last.content().orElseThrow().text());
        assertEquals(new Revision(RACERS + 1L), last.revision());
    }

    @Test
    void a_content_that_is_deleted_beside_edits_stays_deleted() {
        Message sent = send();

        Race.run(
                RACERS,
                i -> i == 0
                        ? delete(sent)
                        : messages()
                                .update(
                                        sent.id(),
                                        (access, message) -> message.isDeleted()
                                                ? message
                                                : message.edited(longer(message), LATER)));

        assertTrue(messages().find(sent.id()).orElseThrow().isDeleted());
        assertEquals(1, chat().changes(sent.room()).size());
    }

    @Test
    void sends_and_edits_beside_each_other_share_one_row_of_revisions() {
        RoomId room = chat().publicRoom();
        User author = chat().member();
        Message first = chat().send(room, author, "first");

        List<Long> revisions = Race.run(
                RACERS,
                i -> i % 2 == 0
                        ? chat().send(room, author, "more").revision().value()
                        : edit(first, new MessageContent("edit " + i))
                                .message()
                                .revision()
                                .value());

        assertEquals(
                LongStream.rangeClosed(2, RACERS + 1L).boxed().toList(),
                revisions.stream().sorted().toList());
        assertEquals(new Revision(RACERS + 1L), chat().revision(room));
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

    private static MessageContent longer(Message message) {
        return new MessageContent(message.content().orElseThrow().text() + "x");
    }

    private MessageRepository messages() {
        return storage().messages();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
