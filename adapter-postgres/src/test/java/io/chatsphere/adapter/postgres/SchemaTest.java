package io.chatsphere.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.user.User;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SchemaTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final PostgresStorage storage = new PostgresStorage(database.config());
    private final TestChat chat = new TestChat(storage.storage());

    @BeforeEach
    void open() {
        storage.open();
    }

    @AfterEach
    void close() {
        storage.close();
        database.close();
    }

    @Test
    void users_have_the_columns_that_earlier_tools_read() throws SQLException {
        assertThat(columns("users"))
                .contains("id", "username", "email", "display_name", "password_hash", "avatar_url", "bio")
                .contains("is_active", "created_at", "last_seen");
    }

    @Test
    void the_view_of_messages_has_the_columns_that_earlier_tools_read() throws SQLException {
        assertThat(columns("seed_messages"))
                .containsExactly(
                        "id",
                        "from_user_id",
                        "to_user_id",
                        "room_id",
                        "group_id",
                        "content",
                        "message_type",
                        "chat_type",
                        "reply_to_id",
                        "is_edited",
                        "created_at");
    }

    @Test
    void every_table_that_later_features_need_is_there() throws SQLException {
        assertThat(rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"))
                .contains("users", "user_counters", "logins", "refresh_tokens", "ws_tickets", "nodes", "epoch")
                .contains("rooms", "room_counters", "room_members", "room_preferences", "messages");
    }

    @Test
    void the_view_shows_a_message_from_the_point_of_view_of_its_sender() throws SQLException {
        User ann = chat.member();
        User bob = chat.member();
        RoomId group = chat.group(ann);
        Message inDirect = chat.send(chat.direct(ann, bob), bob, "to ann");
        Message inGroup = chat.send(group, ann, "to all");
        Message reply = chat.send(chat.reply(inGroup, ann, "and more"));
        Message gone = chat.send(group, ann, "gone");
        database.execute("UPDATE messages SET content = NULL, deleted_at = now() WHERE id = '" + gone.id() + "'");

        String columns =
                "SELECT concat_ws(' ', chat_type, to_user_id, room_id, group_id, reply_to_id, is_edited, content)"
                        + " FROM seed_messages WHERE id = '";
        assertThat(rows(columns + inDirect.id() + "'")).containsExactly("PRIVATE " + ann.id() + " f to ann");
        assertThat(rows(columns + inGroup.id() + "'")).containsExactly("GROUP " + group + " f to all");
        assertThat(rows(columns + reply.id() + "'"))
                .containsExactly("GROUP " + group + " " + inGroup.id() + " f and more");
        assertThat(rows(columns + gone.id() + "'")).isEmpty();
    }

    @Test
    void the_view_names_a_public_room_by_its_slug() throws SQLException {
        RoomId room = chat.publicRoom();
        Message message = chat.send(room, chat.member(), "text");

        assertThat(rows("SELECT v.chat_type FROM seed_messages v JOIN rooms r ON r.slug = v.room_id WHERE v.id = '"
                        + message.id() + "' AND r.id = '" + room + "'"))
                .containsExactly("ROOM");
    }

    private List<String> columns(String table) throws SQLException {
        return rows("SELECT column_name FROM information_schema.columns WHERE table_schema = 'public'"
                + " AND table_name = '" + table + "' ORDER BY ordinal_position");
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
