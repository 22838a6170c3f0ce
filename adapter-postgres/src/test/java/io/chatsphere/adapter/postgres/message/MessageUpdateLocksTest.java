package io.chatsphere.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.postgres.OtherTransaction;
import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.Tasks;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.message.UpdatedMessage;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.user.User;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of messages while other transactions hold their room's counter, and what they leave in the table. */
final class MessageUpdateLocksTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage postgres = new PostgresStorage(database.config());
    private final TestChat chat = new TestChat(postgres.storage());
    private final MessageRepository messages = postgres.storage().messages();
    private OtherTransaction other;
    private User author;
    private RoomId room;
    private Message message;

    @BeforeEach
    void open() throws SQLException {
        postgres.open();
        other = new OtherTransaction(database);
        author = chat.member();
        room = chat.group(author);
        message = chat.send(room, author, "first");
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
        postgres.close();
        database.close();
    }

    @Test
    void a_change_is_made_to_what_the_lock_waited_for() throws SQLException {
        other.execute("UPDATE room_counters SET revision = 2, access_revision = 2 WHERE room_id = '" + room + "'");
        other.execute("UPDATE messages SET content = 'second', revision = 2 WHERE id = '" + message.id() + "'");
        try (Tasks tasks = new Tasks()) {
            Future<UpdatedMessage> update =
                    tasks.start(() -> messages.update(message.id(), MessageUpdateLocksTest::withThird));
            other.awaitWaiting();
            other.commit();

            Message after = Tasks.result(update).message();

            assertThat(after.content()).contains(new MessageContent("second third"));
            assertThat(after.revision()).isEqualTo(new Revision(3));
        }
    }

    @Test
    void a_change_that_waits_longer_than_one_try_is_made_when_the_lock_is_free() throws SQLException {
        other.lock("room_counters", "room_id", room);
        try (Tasks tasks = new Tasks()) {
            Future<UpdatedMessage> update = tasks.start(() -> edit("second"));
            other.awaitWaitingAnew();
            other.rollback();

            assertThat(Tasks.result(update).changed()).isTrue();
        }
    }

    @Test
    void a_change_that_waits_too_long_is_not_made() throws SQLException {
        other.lock("room_counters", "room_id", room);

        assertThatThrownBy(() -> edit("second")).isInstanceOf(ChatException.Unavailable.class);
        other.rollback();
        assertThat(messages.find(message.id())).contains(message);
    }

    @Test
    void a_draft_that_was_judged_before_an_edit_is_still_good() {
        MessageDraft draft = chat.draft(room, author, "text");
        edit("second");

        assertThat(messages.append(List.of(draft)).getFirst()).isInstanceOf(Appended.Stored.class);
    }

    @Test
    void nothing_is_left_of_what_a_deleted_message_said() throws SQLException {
        messages.update(message.id(), (access, old) -> old.deleted(Fixtures.NOW));

        assertThat(number("SELECT count(*) FROM messages WHERE content IS NULL AND deleted_at IS NOT NULL"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM seed_messages")).isZero();
    }

    private UpdatedMessage edit(String text) {
        return messages.update(message.id(), (access, old) -> old.edited(new MessageContent(text), Fixtures.NOW));
    }

    private static Message withThird(RoomAccess access, Message old) {
        assertThat(access.revision()).isEqualTo(new Revision(2));
        String text = old.content().orElseThrow().text();
        return old.edited(new MessageContent(text + " third"), Fixtures.NOW);
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
