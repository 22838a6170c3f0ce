package io.chatsphere.adapter.postgres.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatsphere.adapter.postgres.Tasks;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.user.User;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With one writer, so that everything meets in it. */
final class AppendFailureTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final TestNode node = TestNode.on(database.config().withWriters(1));
    private final Tasks tasks = new Tasks();
    private Connection other;
    private User sender;

    @BeforeEach
    void connect() throws SQLException {
        other = database.connect();
        other.setAutoCommit(false);
        sender = node.chat().member();
    }

    @AfterEach
    void close() throws SQLException {
        tasks.close();
        other.close();
        node.close();
        database.close();
    }

    @Test
    void a_room_that_somebody_holds_locked_fails_alone_and_works_again_afterwards() throws SQLException {
        RoomId locked = node.chat().publicRoom();
        RoomId free = node.chat().publicRoom();
        lock(locked);

        Future<Appended> first = send(locked);
        awaitWaitingForLock();
        Future<Appended> second = send(locked);
        Future<Appended> beside = send(free);

        assertThat(Tasks.result(beside)).isInstanceOf(Appended.Stored.class);
        assertThatThrownBy(() -> Tasks.result(first)).isInstanceOf(ChatException.Unavailable.class);
        assertThatThrownBy(() -> Tasks.result(second)).isInstanceOf(ChatException.Unavailable.class);
        other.rollback();
        assertThat(Tasks.result(send(locked))).isInstanceOf(Appended.Stored.class);
        assertThat(node.log(locked)).hasSize(1);
    }

    @Test
    void a_room_whose_rows_contradict_its_counter_fails_alone() throws SQLException {
        RoomId busy = node.chat().publicRoom();
        RoomId broken = node.chat().publicRoom();
        RoomId whole = node.chat().publicRoom();
        occupyFirstPosition(broken);
        lock(busy);

        Future<Appended> ahead = send(busy);
        awaitWaitingForLock();
        Future<Appended> failing = send(broken);
        Future<Appended> beside = send(whole);
        other.rollback();

        assertThat(Tasks.result(ahead)).isInstanceOf(Appended.Stored.class);
        assertThat(Tasks.result(beside)).isInstanceOf(Appended.Stored.class);
        assertThatThrownBy(() -> Tasks.result(failing)).isInstanceOf(IllegalStateException.class);
        assertThat(node.log(whole))
                .extracting(message -> message.position().value())
                .containsExactly(1L);
    }

    @Test
    void an_interrupted_caller_is_told_that_nothing_is_known_and_stays_interrupted() throws Exception {
        RoomId room = node.chat().publicRoom();
        lock(room);
        Future<Boolean> caller = tasks.start(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> node.chat().send(room, sender, "text"))
                    .isInstanceOf(ChatException.Unavailable.class);
            return Thread.currentThread().isInterrupted();
        });

        assertThat(Tasks.result(caller)).isTrue();
    }

    @Test
    void closing_commits_what_waits_and_refuses_what_comes_later() throws SQLException {
        RoomId room = node.chat().publicRoom();
        lock(room);
        Future<Appended> waiting = send(room);
        awaitWaitingForLock();
        Future<Boolean> closing = tasks.start(() -> {
            node.close();
            return true;
        });
        other.rollback();

        assertThat(Tasks.result(waiting)).isInstanceOf(Appended.Stored.class);
        assertThat(Tasks.result(closing)).isTrue();
        Message never = ((Appended.Stored) Tasks.result(waiting)).message();
        assertThatThrownBy(() -> node.storage().messages().append(List.of(draftAfter(never))))
                .isInstanceOf(ChatException.Unavailable.class);
    }

    private MessageDraft draftAfter(Message message) {
        return new MessageDraft(
                message.id(),
                message.room(),
                message.author(),
                message.content().orElseThrow(),
                message.type(),
                Optional.empty(),
                Optional.empty(),
                Revision.ZERO,
                message.createdAt());
    }

    private Future<Appended> send(RoomId room) {
        MessageDraft draft = node.chat().draft(room, sender, "text");
        return tasks.start(
                () -> node.storage().messages().append(List.of(draft)).getFirst());
    }

    private void lock(RoomId room) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute("SELECT 1 FROM room_counters WHERE room_id = '" + room + "' FOR UPDATE");
        }
    }

    private void occupyFirstPosition(RoomId room) {
        database.execute(
                "INSERT INTO messages (room_id, position, id, sent_revision, revision, from_user_id, created_at,"
                        + " message_type, content) VALUES ('" + room + "', 1, gen_random_uuid(), 1, 1, '" + sender.id()
                        + "', now(), 'TEXT', 'here already')");
    }

    private void awaitWaitingForLock() {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(this::somebodyWaits);
    }

    private boolean somebodyWaits() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND wait_event_type = 'Lock')")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
