package io.chatsphere.bootstrap.process.cluster.audit;

import io.chatsphere.bootstrap.process.cluster.audit.RoomRecord.Written;
import io.chatsphere.bootstrap.process.cluster.client.Chat;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was committed, written down by the database itself: triggers keep each state of each message, member and room, in the
 * order in which each room was changed. Nothing of the server is believed.
 */
public final class Truth {
    private static final String TRIGGERS = """
            CREATE TABLE written (
                number bigserial PRIMARY KEY, room_id uuid NOT NULL, revision bigint NOT NULL, kind text NOT NULL,
                row_id uuid NOT NULL, content text, position bigint, joined_revision bigint);
            CREATE FUNCTION write_message() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO written (room_id, revision, kind, row_id, content, position)
                VALUES (NEW.room_id, NEW.revision, 'MESSAGE', NEW.id, NEW.content, NEW.position);
                RETURN NULL; END $$;
            CREATE TRIGGER write_new_message AFTER INSERT ON messages FOR EACH ROW EXECUTE FUNCTION write_message();
            CREATE TRIGGER write_message AFTER UPDATE ON messages FOR EACH ROW
                WHEN (NEW.revision <> OLD.revision) EXECUTE FUNCTION write_message();
            CREATE FUNCTION write_member() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO written (room_id, revision, kind, row_id, content, joined_revision)
                VALUES (NEW.room_id,
                    CASE WHEN TG_OP = 'INSERT' OR NEW.revision <> OLD.revision THEN NEW.revision ELSE 0 END,
                    'MEMBER', NEW.user_id, CASE WHEN NEW.left_at IS NULL THEN lower(NEW.role) END, NEW.joined_revision);
                RETURN NULL; END $$;
            CREATE TRIGGER write_member AFTER INSERT OR UPDATE ON room_members FOR EACH ROW EXECUTE FUNCTION write_member();
            CREATE FUNCTION write_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                INSERT INTO written (room_id, revision, kind, row_id, content)
                VALUES (NEW.id, NEW.revision, 'ROOM', '00000000-0000-0000-0000-000000000000', NEW.name);
                RETURN NULL; END $$;
            CREATE TRIGGER write_room AFTER UPDATE ON rooms FOR EACH ROW
                WHEN (NEW.revision <> OLD.revision) EXECUTE FUNCTION write_room();""";

    private final Map<UUID, RoomRecord> rooms = new HashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();

    private Truth() {}

    /** Begins to write down; the tables must be there, and no users yet. */
    public static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TRIGGERS);
        }
    }

    /** Reads what was written. */
    static Truth read(Connection connection) throws SQLException {
        Truth truth = new Truth();
        try (Statement statement = connection.createStatement()) {
            ResultSet rooms = statement.executeQuery("SELECT id, kind, slug, user_low, user_high FROM rooms");
            while (rooms.next()) {
                truth.addRoom(rooms);
            }
            ResultSet changes = statement.executeQuery("SELECT * FROM written ORDER BY number");
            while (changes.next()) {
                truth.rooms.get(changes.getObject("room_id", UUID.class)).add(written(changes));
            }
        }
        return truth;
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(
                RoomRecord.Kind.valueOf(row.getString("kind")),
                row.getLong("revision"),
                row.getObject("row_id", UUID.class),
                Optional.ofNullable(row.getString("content")),
                row.getLong("position"),
                row.getLong("joined_revision"));
    }

    /** The room that this reader knows as this chat. */
    Optional<UUID> room(String reader, Chat chat) {
        return Optional.ofNullable(ids.get(chat.type().equals("private") ? reader + chat.id() : chat.id()));
    }

    RoomRecord record(UUID room) {
        return rooms.get(room);
    }

    Map<UUID, RoomRecord> records() {
        return rooms;
    }

    private void addRoom(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        switch (row.getString("kind")) {
            case "PUBLIC" -> ids.put(row.getString("slug"), id);
            case "GROUP" -> ids.put(id.toString(), id);
            default -> {
                ids.put(row.getString("user_low") + row.getString("user_high"), id);
                ids.put(row.getString("user_high") + row.getString("user_low"), id);
            }
        }
        rooms.put(id, new RoomRecord(id, row.getString("kind").equals("PUBLIC")));
    }
}
