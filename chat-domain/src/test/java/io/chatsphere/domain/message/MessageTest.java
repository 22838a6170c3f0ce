package io.chatsphere.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final Optional<MessageContent> CONTENT = Optional.of(new MessageContent("hello"));

    @Test
    void a_message_has_a_content_exactly_until_it_is_deleted() {
        assertFalse(message(CONTENT, Optional.empty()).isDeleted());
        assertTrue(message(Optional.empty(), Optional.of(Fixtures.NOW)).isDeleted());
        assertThrows(IllegalArgumentException.class, () -> message(CONTENT, Optional.of(Fixtures.NOW)));
        assertThrows(IllegalArgumentException.class, () -> message(Optional.empty(), Optional.empty()));
    }

    @Test
    void an_edited_message_keeps_all_but_its_content() {
        Message sent = message(CONTENT, Optional.empty());
        Instant later = Fixtures.NOW.plusSeconds(5);

        Message edited = sent.edited(new MessageContent("bye"), later).at(new Revision(7));

        assertEquals("bye", edited.content().orElseThrow().text());
        assertEquals(Optional.of(later), edited.editedAt());
        assertEquals(new Revision(7), edited.revision());
        assertEquals(
                sent,
                new Message(
                        edited.id(),
                        edited.room(),
                        edited.position(),
                        edited.sentRevision(),
                        sent.revision(),
                        edited.author(),
                        sent.content(),
                        edited.type(),
                        edited.replyTo(),
                        edited.clientMessageId(),
                        edited.createdAt(),
                        sent.editedAt(),
                        edited.deletedAt()));
    }

    @Test
    void a_deleted_message_keeps_its_place_and_nothing_that_it_said() {
        Message sent = message(CONTENT, Optional.empty()).edited(new MessageContent("bye"), Fixtures.NOW);
        Instant later = Fixtures.NOW.plusSeconds(5);

        Message deleted = sent.deleted(later);

        assertTrue(deleted.isDeleted());
        assertEquals(Optional.empty(), deleted.content());
        assertEquals(Optional.of(later), deleted.deletedAt());
        assertEquals(sent.position(), deleted.position());
        assertEquals(sent.editedAt(), deleted.editedAt());
    }

    @Test
    void what_is_deleted_cannot_come_back_by_an_edit() {
        Message deleted = message(CONTENT, Optional.empty()).deleted(Fixtures.NOW);

        assertThrows(IllegalArgumentException.class, () -> deleted.edited(new MessageContent("back"), Fixtures.NOW));
    }

    @Test
    void a_page_of_history_holds_1_to_100_messages() {
        for (int limit : new int[] {0, -1, 101}) {
            assertThrows(IllegalArgumentException.class, () -> query(limit));
        }
        assertEquals(1, query(1).limit());
        assertEquals(100, query(100).limit());
        assertThrows(IllegalArgumentException.class, () -> new HistoryQuery.Range.Offset(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "é", "a\n", "a\0", "\uD800", "\u007F"})
    void a_client_id_is_visible_ascii(String id) {
        ChatException.Invalid refused = assertThrows(ChatException.Invalid.class, () -> new ClientMessageId(id));

        assertEquals(ErrorCode.CLIENT_MESSAGE_ID_INVALID, refused.code());
    }

    @Test
    void a_client_id_has_1_to_100_characters() {
        assertEquals("~", new ClientMessageId("~").toString());
        assertEquals(100, new ClientMessageId("!".repeat(100)).value().length());
        assertThrows(ChatException.Invalid.class, () -> new ClientMessageId("!".repeat(101)));
    }

    private static HistoryQuery query(int limit) {
        return new HistoryQuery(Fixtures.roomId(), new HistoryQuery.Range.Offset(0), Position.NONE, false, limit);
    }

    private static Message message(Optional<MessageContent> content, Optional<Instant> deletedAt) {
        return new Message(
                Fixtures.messageId(),
                Fixtures.roomId(),
                new Position(1),
                new Revision(1),
                new Revision(1),
                Fixtures.user().summary(),
                content,
                MessageType.TEXT,
                Optional.empty(),
                Optional.empty(),
                Fixtures.NOW,
                Optional.empty(),
                deletedAt);
    }
}
