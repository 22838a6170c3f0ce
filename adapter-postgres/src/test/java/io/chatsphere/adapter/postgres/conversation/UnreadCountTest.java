package io.chatsphere.adapter.postgres.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.user.User;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unread counts of rooms too large to be counted one by one: always the recount, at most 1,000. */
final class UnreadCountTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage postgres = new PostgresStorage(database.config());
    private final TestChat chat = new TestChat(postgres.storage());
    private final ConversationRepository conversations = postgres.storage().conversations();
    private RoomId room;
    private User reader;

    @BeforeEach
    void open() {
        postgres.open();
        room = chat.publicRoom();
        reader = chat.member(room);
    }

    @AfterEach
    void close() {
        postgres.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        // messages, deleted from, to, read up to, unread
        "999, 1, 0, 0, 999",
        "1000, 1, 0, 0, 1000",
        "1001, 1, 0, 0, 1000",
        "1001, 1001, 1001, 0, 1000",
        "1001, 1000, 1001, 0, 999",
        "2000, 1001, 2000, 0, 1000",
        "2000, 1000, 2000, 0, 999",
        "2001, 2, 2001, 0, 1",
        "5000, 3500, 5000, 0, 1000",
        "5000, 501, 5000, 0, 500",
        "5000, 1, 5000, 0, 0",
        "5000, 501, 5000, 400, 100",
        "5000, 501, 5000, 4999, 0",
        "5000, 1, 4000, 4990, 10",
    })
    void is_the_recount_whatever_was_deleted(int messages, int from, int to, int read, int unread) {
        fill(messages, from, to);
        conversations.markRead(room, reader.id(), Optional.of(new Position(read)));

        Conversation conversation = conversations.find(room, reader.id()).orElseThrow();

        assertThat(conversation.unread()).isEqualTo(unread);
        assertThat(conversation.lastPosition()).isEqualTo(new Position(messages));
        assertThat(conversations.list(reader.id(), Optional.empty(), 1)).containsExactly(conversation);
    }

    private void fill(int messages, int from, int to) {
        String deleted = "i BETWEEN " + from + " AND " + to;
        database.execute(
                "INSERT INTO messages (room_id, position, id, sent_revision, revision, from_user_id, created_at,"
                        + " message_type, deleted_at, content) SELECT '" + room + "', i, gen_random_uuid(), i, i, '"
                        + chat.member().id() + "', '" + Fixtures.NOW + "', 'TEXT', CASE WHEN " + deleted
                        + " THEN now() END, CASE WHEN NOT " + deleted + " THEN 'text' END FROM generate_series(1, "
                        + messages
                        + ") i");
        database.execute("UPDATE room_counters SET position = " + messages + ", revision = " + messages
                + " WHERE room_id = '" + room + "'");
    }
}
