package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.sql.Connections;
import io.chatsphere.adapter.postgres.sql.Pool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection that a writer keeps: what it has prepared stays prepared, and reads that take every pooled connection never
 * hold up a send. Used by one thread.
 */
final class WriterConnection {
    private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);

    private final Connections connections;
    private Optional<Connection> current = Optional.empty();
    private int timeoutBefore;
    /** Names the session of the current connection, or of the last one: it holds the advisory lock of this number. */
    private long session;

    WriterConnection(Connections connections) {
        this.connections = connections;
    }

    boolean isOpen() {
        return current.isPresent();
    }

    /** Begins a transaction, on a new connection if there is none. */
    Connection begin() throws SQLException {
        if (current.isEmpty()) {
            current = Optional.of(named(withDeadline(connections.keep())));
        }
        Connection connection = current.get();
        connection.setAutoCommit(false);
        connections.begun(connection);
        return connection;
    }

    /**
     * Begins a transaction on a new connection when the session before is over: what it was sent last is done, or never will be.
     * The connection may be gone and the server not know it yet, with a statement still on its way.
     *
     * @throws SQLException also if that session goes on for longer than a lock is waited for
     */
    Connection beginBehindLast() throws SQLException {
        long last = session;
        Connection connection = begin();
        execute(connection, "SELECT pg_advisory_xact_lock(" + last + ")");
        return connection;
    }

    private Connection named(Connection connection) throws SQLException {
        try {
            session = ThreadLocalRandom.current().nextLong();
            execute(connection, "SELECT pg_advisory_lock(" + session + ")");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A host application's pool may have set none, and whoever sends waits for what is done here. */
    private Connection withDeadline(Connection connection) throws SQLException {
        try {
            timeoutBefore = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) Pool.SILENCE.toMillis());
            return connection;
        } catch (SQLFeatureNotSupportedException e) {
            LOG.warn(
                    "The pool's connections take no deadline: with a network that fell silent, sending waits for it",
                    e);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Ends the transaction; a connection that cannot is discarded. */
    void rollback() {
        current.ifPresent(connection -> {
            try {
                connection.rollback();
            } catch (SQLException e) {
                LOG.debug("A connection could not roll back and is discarded", e);
                discard();
            }
        });
    }

    /** Closes the connection, or gives it back to the host application's pool. */
    void discard() {
        Optional<Connection> discarded = current;
        current = Optional.empty();
        discarded.ifPresent(connection -> {
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
                execute(connection, "SELECT pg_advisory_unlock(" + session + ")");
                connection.setNetworkTimeout(Runnable::run, timeoutBefore);
            } catch (SQLException e) {
                LOG.debug("A broken connection was discarded", e);
            }
        });
    }
}
