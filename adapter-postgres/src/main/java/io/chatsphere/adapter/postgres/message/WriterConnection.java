package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.sql.Connections;
import io.chatsphere.adapter.postgres.sql.Pool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
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

    WriterConnection(Connections connections) {
        this.connections = connections;
    }

    boolean isOpen() {
        return current.isPresent();
    }

    /** Begins a transaction, on a new connection if there is none. */
    Connection begin() throws SQLException {
        if (current.isEmpty()) {
            current = Optional.of(withDeadline(connections.keep()));
        }
        Connection connection = current.get();
        connection.setAutoCommit(false);
        connections.begun(connection);
        return connection;
    }

    /** A host application's pool may have set none, and whoever sends waits for what is done here. */
    private Connection withDeadline(Connection connection) throws SQLException {
        try {
            timeoutBefore = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) Pool.SILENCE.toMillis());
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
        current.ifPresent(connection -> {
            try (connection) {
                connection.rollback();
                connection.setNetworkTimeout(Runnable::run, timeoutBefore);
            } catch (SQLException e) {
                LOG.debug("A broken connection was discarded", e);
            }
        });
        current = Optional.empty();
    }
}
