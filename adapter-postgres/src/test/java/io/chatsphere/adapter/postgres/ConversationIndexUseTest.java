package io.chatsphere.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.conversation.ConversationCursor;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.room.RoomAct;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists, marks, edits and acts read of large tables: a member of 200 rooms, a room with 30,000 unread messages. */
final class ConversationIndexUseTest {
    private static final int ROUNDS = 10;
    private static final int PAGE = 10;
    private static final int ROOMS = 200;
    private static final int MESSAGES = 30_000;

    /** Of the 3,000 that are deleted, those among the last 2,000 positions. */
    private static final int DELETED_LATELY = 200;

    private final TestDatabase database = TestDatabase.fresh();
    private final TableReads reads = new TableReads(database);
    private final PostgresStorage postgres =
            new PostgresStorage(database.config().withPoolSize(1).withWriters(1));
    private final Storage storage = postgres.storage();
    private final ConversationRepository conversations = storage.conversations();
    private final TestChat chat = new TestChat(storage);
    private User author;
    private User reader;
    private RoomId room;
    private RoomId group;
    private Message message;

    @BeforeEach
    void open() {
        postgres.open();
        room = chat.publicRoom();
        author = chat.member(room);
        reader = chat.member(room);
        group = chat.group(author);
        message = chat.send(room, author, "text");
    }

    @AfterEach
    void close() {
        postgres.close();
        database.close();
    }

    @Test
    void on_large_tables_few_messages_are_read() {
        fill();
        database.execute("ANALYZE");

        assertThat(reads.rowsOf(postgres, ROUNDS, this::everything, List.of("messages")))
                .isLessThan(ROUNDS * (2L * DELETED_LATELY + 5L * PAGE));
    }

    @Test
    void plans_that_were_made_while_tables_were_small_read_few_messages_too() {
        for (int round = 0; round < ROUNDS; round++) {
            everything();
        }
        fill();

        assertThat(reads.rowsOf(postgres, ROUNDS, this::everything, List.of("messages")))
                .isLessThan(ROUNDS * (2L * DELETED_LATELY + 5L * PAGE));
    }

    @Test
    void a_list_reads_each_room_of_its_user_once_and_nobody_elses() {
        for (int round = 0; round < ROUNDS; round++) {
            conversations.list(reader.id(), Optional.empty(), PAGE);
        }
        fill();
        List<String> tables = List.of("rooms", "room_counters", "room_members", "room_preferences", "users");
        Runnable list = () -> conversations.list(reader.id(), Optional.empty(), PAGE);

        assertThat(reads.rowsOf(postgres, ROUNDS, list, tables)).isLessThan(ROUNDS * (3L * ROOMS + 5L * PAGE));
    }

    private void everything() {
        List<Conversation> page = conversations.list(reader.id(), Optional.empty(), PAGE);
        Conversation last = page.getLast();
        ConversationCursor cursor =
                new ConversationCursor(last.updatedAt(), last.room().id());
        conversations.list(reader.id(), Optional.of(cursor), PAGE);
        conversations.find(room, reader.id());
        conversations.markRead(room, reader.id(), Optional.of(new Position(2)));
        conversations.markUnread(room, reader.id(), new Position(1));
        storage.messages().update(message.id(), (access, old) -> old.edited(text(), Fixtures.NOW));
        storage.messages().count();
        storage.messages().countSince(Fixtures.NOW.plus(Duration.ofDays(1)));
        storage.rooms().listMembers(room, Optional.empty(), PAGE);
        storage.rooms().update(group, access -> new RoomAct.Admit(reader.id(), RoomRole.MEMBER), Fixtures.NOW);
        storage.rooms().update(group, access -> new RoomAct.Remove(reader.id()), Fixtures.NOW);
        storage.rooms().update(group, access -> new RoomAct.Describe(Fixtures.details()), Fixtures.NOW);
    }

    private static MessageContent text() {
        return new MessageContent("text " + Fixtures.unique());
    }

    /** Every tenth message is deleted; the reader has read one. As many rooms are others' as are the reader's. */
    private void fill() {
        database.execute(
                "INSERT INTO messages (room_id, position, id, sent_revision, revision, from_user_id, created_at,"
                        + " message_type, deleted_at, content) SELECT '" + room + "', i, '" + Fixtures.messageId()
                        + "', i, i, CASE WHEN i % 2 = 0 THEN '" + author.id() + "'::uuid ELSE gen_random_uuid() END, '"
                        + Fixtures.NOW + "', 'TEXT', CASE WHEN i % 10 = 0 THEN now() END,"
                        + " CASE WHEN i % 10 > 0 THEN 'text' END FROM generate_series(2, " + MESSAGES + ") i");
        database.execute("UPDATE room_counters SET position = " + MESSAGES + ", revision = " + (MESSAGES + 1)
                + " WHERE room_id = '" + room + "'");
        database.execute("INSERT INTO rooms (id, kind, name, history_visibility, created_at)"
                + " SELECT gen_random_uuid(), 'GROUP', 'group', 'ALL', '2026-01-01' FROM generate_series(1, 20000)");
        database.execute("INSERT INTO room_counters (room_id) SELECT id FROM rooms WHERE name = 'group'");
        database.execute(
                "INSERT INTO room_members (room_id, user_id, role, joined_revision, joined_position, joined_at,"
                        + " user_revision) SELECT id, CASE WHEN row_number() OVER () < " + (ROOMS - 1) + " THEN '"
                        + reader.id() + "'::uuid ELSE '" + author.id() + "'::uuid END, 'MEMBER', 0, 0, now(), 5"
                        + " FROM rooms WHERE name = 'group'");
        reads.awaitCounted("messages", MESSAGES);
        reads.awaitCounted("room_members", 20_000);
    }
}
