package io.chatsphere.adapter.postgres.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.postgres.OtherTransaction;
import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.Tasks;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.user.User;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Read marks while other transactions hold the locks that they may, and may not, wait for. */
final class ReadMarkLocksTest {
    private static final int MESSAGES = 10;

    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage postgres = new PostgresStorage(database.config());
    private final TestChat chat = new TestChat(postgres.storage());
    private final ConversationRepository conversations = postgres.storage().conversations();
    private OtherTransaction other;
    private RoomId room;
    private User reader;

    @BeforeEach
    void open() throws SQLException {
        postgres.open();
        other = new OtherTransaction(database);
        room = chat.publicRoom();
        reader = chat.member(room);
        chat.send(room, chat.member(), MESSAGES);
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
        postgres.close();
        database.close();
    }

    @Test
    void reading_waits_for_no_appends() throws SQLException {
        other.lock("room_counters", "room_id", room);

        assertThat(markRead(Optional.empty())).isPresent();
    }

    @Test
    void who_has_nothing_to_mark_waits_for_nobody() throws SQLException {
        markRead(Optional.empty());
        other.lock("user_counters", "user_id", reader.id());

        assertThat(markRead(Optional.empty())).isEmpty();
        assertThat(conversations.markUnread(room, reader.id(), Position.NONE)).isEmpty();
    }

    @Test
    void a_mark_waits_for_other_changes_of_its_user() throws SQLException {
        other.lock("user_counters", "user_id", reader.id());

        assertThatThrownBy(() -> markRead(Optional.empty())).isInstanceOf(ChatException.Unavailable.class);
        other.rollback();
        assertThat(markRead(Optional.empty())).isPresent();
    }

    @Test
    void of_parallel_marks_each_goes_forward_and_is_a_revision_of_its_own() {
        Revision before = head();

        List<RoomPreferences> moved = Tasks.parallel(MESSAGES, i -> markRead(Optional.of(new Position(i + 1)))).stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(RoomPreferences::revision))
                .toList();

        assertThat(moved).isSortedAccordingTo(Comparator.comparing(RoomPreferences::readPosition));
        assertThat(moved.getLast().readPosition()).isEqualTo(new Position(MESSAGES));
        assertThat(moved.getFirst().revision()).isEqualTo(before.next());
        assertThat(moved.getLast().revision()).isEqualTo(head());
        assertThat(head().value() - before.value()).isEqualTo(moved.size());
    }

    @Test
    void marks_and_members_who_come_and_go_never_wait_for_each_other_in_a_circle() {
        Tasks.parallel(MESSAGES, i -> {
            if (i % 2 == 0) {
                postgres.storage().rooms().update(room, access -> new RoomAct.Leave(reader.id()), Fixtures.NOW);
                return postgres.storage()
                        .rooms()
                        .join(room, reader.id(), Fixtures.NOW)
                        .membership()
                        .isActive();
            }
            conversations.markUnread(room, reader.id(), new Position(i));
            return markRead(Optional.of(new Position(i))).isPresent();
        });

        assertThat(conversations.find(room, reader.id())).isPresent();
    }

    private Optional<RoomPreferences> markRead(Optional<Position> position) {
        return conversations.markRead(room, reader.id(), position);
    }

    private Revision head() {
        return postgres.storage().changes().userHeads(List.of(reader.id())).get(reader.id());
    }
}
