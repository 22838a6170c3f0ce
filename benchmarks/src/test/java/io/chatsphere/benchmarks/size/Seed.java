package io.chatsphere.benchmarks.size;

import io.chatsphere.adapter.postgres.PostgresConfig;
import io.chatsphere.adapter.postgres.PostgresStorage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a database of a shape, as the product itself would have left it: positions and revisions without holes, ids that
 * tell the time, every fiftieth message deleted, all rooms written in turn, nothing read by the reader.
 */
final class Seed {
    private static final List<String> ROWS = List.of(
            """
            INSERT INTO users (id, username, username_key, display_name, display_name_key, provider, is_active, created_at)
            SELECT md5(name)::uuid, name, name, name, name, 'host', true, '2026-01-01'
            FROM (SELECT 'user' || i AS name FROM generate_series(1, %d) i UNION ALL SELECT 'reader') names
            """.formatted(Shape.SENDERS),
            "INSERT INTO user_counters (user_id, revision) SELECT id, 0 FROM users",
            """
            INSERT INTO rooms (id, kind, slug, name, history_visibility, created_at)
            SELECT id, 'PUBLIC', 'size-' || number, 'Room ' || number, 'ALL', '2026-01-01' FROM shape
            """,
            """
            INSERT INTO messages (room_id, position, id, sent_revision, revision, from_user_id, created_at, deleted_at,
                request_hash, message_type, client_message_id, content)
            SELECT room_id, position,
                (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(noise, 1, 3) || '8'
                    || substr(noise, 4, 15))::uuid,
                position, CASE WHEN gone THEN last + position / 50 ELSE position END,
                md5('user' || 1 + abs(hashint8(turn)) %% %d)::uuid, at, CASE WHEN gone THEN at END,
                md5('request' || turn)::uuid, 'TEXT', 'client-' || turn,
                CASE WHEN NOT gone THEN repeat('text ', 10 + abs(hashint8(turn)) %% 20) END
            FROM (
                SELECT room_id, position, last, turn, position %% 50 = 0 AS gone, md5(turn::text) AS noise,
                    '2026-01-01'::timestamptz + interval '300 days' * turn / count(*) OVER () AS at
                FROM (
                    SELECT s.id AS room_id, p AS position, s.messages AS last, row_number() OVER (ORDER BY p, s.number) AS turn
                    FROM shape s CROSS JOIN LATERAL generate_series(1, s.messages) p
                ) placed
            ) timed
            ORDER BY turn
            """.formatted(Shape.SENDERS),
            """
            INSERT INTO room_counters (room_id, position, revision, last_message_at)
            SELECT id, messages, messages + messages / 50,
                (SELECT created_at FROM messages m WHERE m.room_id = shape.id ORDER BY position DESC LIMIT 1)
            FROM shape
            """);

    private final String url;

    /** @param url of a server, as {@link PostgresConfig#parse} takes it, with {@code %s} for the database */
    Seed(String url) {
        this.url = url;
    }

    /** The database of a shape, made anew. */
    PostgresConfig make(Shape shape) {
        execute("postgres", List.of("DROP DATABASE IF EXISTS " + shape.name(), "CREATE DATABASE " + shape.name()));
        PostgresConfig config = config(shape.name());
        try (PostgresStorage storage = new PostgresStorage(config)) {
            storage.migrate();
        }
        execute(
                shape.name(),
                Stream.concat(Stream.of(rooms(shape)), ROWS.stream()).toList());
        join(shape, "username_key = 'reader'");
        return config;
    }

    /** Makes those users members of all rooms, of which they have read nothing, then tidies up as the server does in time. */
    void join(Shape shape, String users) {
        String who = "(SELECT id FROM users WHERE " + users + ")";
        execute(
                shape.name(),
                List.of(
                        "INSERT INTO room_members (room_id, user_id, role, joined_revision, joined_position, joined_at,"
                                + " user_revision) SELECT r.id, u.id, 'MEMBER', 0, 0, now(),"
                                + " row_number() OVER (PARTITION BY u.id ORDER BY r.slug)"
                                + " FROM rooms r CROSS JOIN users u WHERE u.id IN " + who + " ON CONFLICT DO NOTHING",
                        "UPDATE user_counters SET revision = 1 + (SELECT max(user_revision) FROM room_members m"
                                + " WHERE m.user_id = user_counters.user_id) WHERE user_id IN " + who,
                        "VACUUM ANALYZE",
                        "CHECKPOINT"));
    }

    private static String rooms(Shape shape) {
        return """
                CREATE TEMP TABLE shape AS
                SELECT i AS number, md5('room' || i)::uuid AS id, CASE i WHEN 1 THEN %d ELSE %d END AS messages
                FROM generate_series(1, %d) i
                """.formatted(shape.first(), shape.each(), Shape.ROOMS);
    }

    /** A database of the server. */
    PostgresConfig config(String database) {
        return PostgresConfig.parse(url.formatted(database));
    }

    private void execute(String database, List<String> statements) {
        PostgresConfig config = config(database);
        try (Connection connection = DriverManager.getConnection(
                        config.jdbcUrl(),
                        config.user().orElse(null),
                        config.password().orElse(null));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
