package io.chatsphere.bootstrap.process.cluster.audit;

import io.chatsphere.bootstrap.process.cluster.client.Follower;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far each reader should be in each of their chats. Not thread-safe. */
public final class Heads {
    private static final String HEADS = """
            SELECT m.user_id, c.revision,
                CASE r.kind WHEN 'PUBLIC' THEN 'room/' || r.slug
                    WHEN 'GROUP' THEN 'group/' || r.id
                    ELSE 'private/' || CASE m.user_id WHEN r.user_low THEN r.user_high ELSE r.user_low END END AS chat
            FROM room_members m
            JOIN rooms r ON r.id = m.room_id
            JOIN room_counters c ON c.room_id = m.room_id
            WHERE m.left_at IS NULL AND (r.kind <> 'DIRECT' OR c.position > 0)""";

    private final Map<String, Map<String, Long>> byUser = new HashMap<>();

    private Heads() {}

    /** As the database says. */
    public static Heads committed(Connection connection) throws SQLException {
        Heads heads = new Heads();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HEADS)) {
            while (rows.next()) {
                heads.of(rows.getString("user_id")).put(rows.getString("chat"), rows.getLong("revision"));
            }
        }
        return heads;
    }

    /** Whether the reader knows these chats, no others, and all of them to their end. */
    public boolean areKnownTo(Follower reader) {
        return of(reader.person().id()).equals(known(reader));
    }

    /** Where the reader differs, chat by chat. */
    public String missing(Follower reader) {
        Map<String, Long> committed = of(reader.person().id());
        Map<String, Long> known = known(reader);
        return Stream.concat(committed.keySet().stream(), known.keySet().stream())
                .distinct()
                .filter(chat -> !Objects.equals(committed.get(chat), known.get(chat)))
                .map(chat -> chat + " is at " + committed.get(chat) + ", known to " + known.get(chat))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Long> known(Follower reader) {
        return reader.cursors().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().path(), Map.Entry::getValue));
    }

    private Map<String, Long> of(String user) {
        return byUser.computeIfAbsent(user, any -> new HashMap<>());
    }
}
