package io.chatsphere.adapter.postgres.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.user.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joining while another transaction holds the room's counter, as appending does all the time. */
final class JoinUnderLockTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage postgres = new PostgresStorage(database.config());
    private final TestChat chat = new TestChat(postgres.storage());
    private final RoomRepository rooms = postgres.storage().rooms();
    private Connection other;

    @BeforeEach
    void open() throws SQLException {
        postgres.open();
        other = database.connect();
        other.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
        postgres.close();
        database.close();
    }

    @Test
    void a_member_waits_for_nobody() throws SQLException {
        RoomId room = chat.publicRoom();
        User member = chat.member(room);
        lock(room);

        assertThat(rooms.join(room, member.id(), Fixtures.NOW).fresh()).isFalse();
    }

    @Test
    void a_newcomer_waits_for_the_counter() throws SQLException {
        RoomId room = chat.publicRoom();
        User newcomer = chat.member();
        lock(room);

        assertThatThrownBy(() -> rooms.join(room, newcomer.id(), Fixtures.NOW))
                .isInstanceOf(ChatException.Unavailable.class);
        other.rollback();
        assertThat(rooms.join(room, newcomer.id(), Fixtures.NOW).fresh()).isTrue();
    }

    @Test
    void a_room_that_takes_no_members_refuses_without_waiting() throws SQLException {
        User owner = chat.member();
        RoomId group = chat.group(owner);
        RoomId archived = chat.create(Fixtures.archived(Fixtures.publicRoom()));
        lock(group);
        lock(archived);

        assertThatThrownBy(() -> rooms.join(group, owner.id(), Fixtures.NOW))
                .isInstanceOf(ChatException.NotFound.class);
        assertThatThrownBy(() -> rooms.join(archived, owner.id(), Fixtures.NOW))
                .isInstanceOf(ChatException.Forbidden.class);
    }

    private void lock(RoomId room) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute("SELECT 1 FROM room_counters WHERE room_id = '" + room.value() + "' FOR NO KEY UPDATE");
        }
    }
}
