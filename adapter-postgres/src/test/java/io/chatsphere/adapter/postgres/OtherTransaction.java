package io.chatsphere.adapter.postgres;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A transaction beside those of the storage, which holds locks until it is told to end. */
public final class OtherTransaction implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final TestDatabase database;
    private final Connection connection;

    public OtherTransaction(TestDatabase database) throws SQLException {
        this.database = database;
        this.connection = database.connect();
        connection.setAutoCommit(false);
    }

    /** Locks a row as a change of it would. */
    public void lock(String table, String key, Object id) throws SQLException {
        execute("SELECT 1 FROM " + table + " WHERE " + key + " = '" + id + "' FOR NO KEY UPDATE");
    }

    /** Runs a statement. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Waits until somebody waits for a lock. */
    public void awaitWaiting() {
        await().pollInterval(Duration.ofMillis(5)).atMost(DEADLINE).until(this::isWaitedFor);
    }

    /** Waits until who waits for a lock has given up and begun anew. */
    public void awaitWaitingAnew() throws SQLException {
        awaitWaiting();
        String first = beginningOfWaiter();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(DEADLINE)
                .until(() -> beginningOfWaiter().compareTo(first) > 0);
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    public void rollback() throws SQLException {
        connection.rollback();
    }

    /** Ends it without a trace. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private boolean isWaitedFor() throws SQLException {
        return !beginningOfWaiter().isEmpty();
    }

    /** When the transaction that waits for a lock began; empty if none waits. */
    private String beginningOfWaiter() throws SQLException {
        try (Connection observer = database.connect();
                Statement statement = observer.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT coalesce(max(xact_start)::text, '') FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
            row.next();
            return row.getString(1);
        }
    }
}
