package io.chatsphere.adapter.postgres.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Whether a server can keep our promises. */
public final class ServerChecks {
    private static final int OLDEST = 14;

    /** What must be on for an acknowledged message to outlive a crash. */
    private static final List<String> DURABLE = List.of("fsync", "full_page_writes", "synchronous_commit");

    private ServerChecks() {}

    /**
     * Asks the server behind this handle.
     *
     * @throws IllegalStateException with a sentence for people, if it cannot
     */
    public static void require(Handle handle) {
        Server server = handle.createQuery("""
                        SELECT current_setting('server_version_num')::int / 10000 AS version,
                            current_setting('server_encoding') AS encoding,
                            current_setting('fsync') AS fsync,
                            current_setting('full_page_writes') AS full_page_writes,
                            current_setting('synchronous_commit') AS synchronous_commit,
                            pg_is_in_recovery() AS standby
                        """).map(Server::read).one();
        check(
                server.version() >= OLDEST,
                "PostgreSQL " + OLDEST + " or later is needed; this is " + server.version() + ".");
        check(!server.standby(), "This PostgreSQL server is a standby; the primary is needed.");
        check(
                "UTF8".equals(server.encoding()),
                "The database has the encoding " + server.encoding() + "; UTF8 is needed for all the world's names.");
        server.settings()
                .forEach((name, value) -> check(
                        "on".equals(value),
                        "PostgreSQL runs with " + name + " = " + value
                                + ": it would lose acknowledged messages in a crash. Set it to on."));
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalStateException(sentence);
        }
    }

    private record Server(int version, String encoding, boolean standby, Map<String, String> settings) {
        static Server read(ResultSet row, StatementContext context) throws SQLException {
            Map<String, String> settings = new LinkedHashMap<>();
            for (String name : DURABLE) {
                settings.put(name, row.getString(name));
            }
            return new Server(row.getInt("version"), row.getString("encoding"), row.getBoolean("standby"), settings);
        }
    }
}
