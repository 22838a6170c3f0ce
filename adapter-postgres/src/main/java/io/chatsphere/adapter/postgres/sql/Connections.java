package io.chatsphere.adapter.postgres.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Where connections come from, and whether they are ours. Our own have {@link SessionSettings} from the start. A borrowed
 * one belongs to the pool of a host application: it gets the settings for each transaction alone, so that nothing of ours
 * is left on it.
 *
 * @param source for short use
 * @param kept for writers, which each keep a connection for long; ours gives new ones, never one that broke unnoticed
 */
public record Connections(DataSource source, DataSource kept, boolean borrowed) {
    private static final String READ_COMMITTED = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE";
    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /** A connection to be kept; one that does not take our settings is closed. */
    public Connection keep() throws SQLException {
        Connection connection = kept.getConnection();
        if (!borrowed) {
            try {
                execute(connection, SessionSettings.FOR_SESSION);
                execute(connection, SessionSettings.FOR_WRITER);
            } catch (SQLException | RuntimeException e) {
                closeAfter(e, connection);
                throw e;
            }
        }
        return connection;
    }

    private static void closeAfter(Exception failure, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Says what follows the begin of a transaction that writes. */
    public void begun(Connection connection) throws SQLException {
        if (borrowed) {
            execute(connection, READ_COMMITTED);
            execute(connection, SessionSettings.FOR_TRANSACTION);
        }
    }

    /** Says what follows the begin of a transaction that reads one snapshot. */
    public void begunSnapshot(Connection connection) throws SQLException {
        execute(connection, SNAPSHOT);
        if (borrowed) {
            execute(connection, SessionSettings.FOR_TRANSACTION);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
