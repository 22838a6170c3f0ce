package io.chatsphere.adapter.postgres.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.CountingSource;
import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.user.User;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements conversations take, however many there are. */
final class ConversationStatementsTest {
    private static final int MANY = 20;

    private final TestDatabase database = TestDatabase.fresh();
    private final CountingSource source = CountingSource.over(database.config());
    private final PostgresStorage postgres = new PostgresStorage(source.counted());
    private final TestChat chat = new TestChat(postgres.storage());
    private final ConversationRepository conversations = postgres.storage().conversations();
    private User reader;

    @BeforeEach
    void open() {
        postgres.open();
        reader = chat.member();
    }

    @AfterEach
    void close() {
        postgres.close();
        database.close();
    }

    @Test
    void a_list_takes_one_statement_whatever_the_number_of_rooms() {
        assertThat(source.statementsOf(() -> list(0))).isEqualTo(1);
        directRoom();
        assertThat(source.statementsOf(() -> list(1))).isEqualTo(1);
        for (int i = 1; i < MANY; i++) {
            directRoom();
        }
        assertThat(source.statementsOf(() -> list(MANY))).isEqualTo(1);
    }

    @Test
    void one_conversation_takes_one_statement() {
        RoomId room = directRoom();

        assertThat(source.statementsOf(() -> conversations.find(room, reader.id())))
                .isEqualTo(1);
    }

    @Test
    void finding_that_nothing_is_to_be_marked_takes_one_statement_and_marking_five() {
        RoomId room = directRoom();
        Runnable read = () -> conversations.markRead(room, reader.id(), Optional.empty());

        assertThat(source.statementsOf(read)).isEqualTo(5);
        assertThat(source.statementsOf(read)).isEqualTo(1);
        assertThat(source.statementsOf(() -> conversations.markUnread(room, reader.id(), new Position(1))))
                .isEqualTo(5);
    }

    private void list(int expected) {
        assertThat(conversations.list(reader.id(), Optional.empty(), 2 * MANY)).hasSize(expected);
    }

    private RoomId directRoom() {
        User other = chat.member();
        RoomId room = chat.direct(reader, other);
        chat.send(room, other, "text");
        return room;
    }
}
