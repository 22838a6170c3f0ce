package io.chatsphere.adapter.postgres.sql;

import io.chatsphere.domain.error.ChatException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Runs the statements of a repository method as one unit and translates their failures ({@link SqlFailures}). Thread-safe;
 * it opens no connection before it is asked to run something.
 */
public final class Database {
    /** A lock is waited for half a second each time: with more patience, a hot row would take the whole pool. */
    private static final int ATTEMPTS = 4;

    private final Connections connections;
    private final Jdbi jdbi;

    public Database(Connections connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections.source()).installPlugin(new PostgresPlugin());
        // Statements and their arguments hold names, addresses and hashes: they belong into no log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /** Runs one reading statement, or several that need no common snapshot. */
    public <T> T read(Function<Handle, T> work) {
        return connections.borrowed() ? write(work) : translated(() -> jdbi.withHandle(work::apply));
    }

    /**
     * Runs a transaction in READ COMMITTED. Whatever {@code work} throws rolls it back. When it had to wait for a lock for
     * too long, it is run again, at most {@link #ATTEMPTS} times in all: {@code work} must do nothing but its statements.
     */
    public <T> T write(Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inTransaction(connections::begun, work);
            } catch (ChatException.Unavailable e) {
                if (attempt == ATTEMPTS || !SqlFailures.lostRace(e)) {
                    throw e;
                }
            }
        }
    }

    /** Runs reading statements on one snapshot. */
    public <T> T snapshot(Function<Handle, T> work) {
        return inTransaction(connections::begunSnapshot, work);
    }

    private <T> T inTransaction(Beginning beginning, Function<Handle, T> work) {
        return translated(() -> jdbi.inTransaction(handle -> {
            beginning.begun(handle.getConnection());
            return work.apply(handle);
        }));
    }

    private static <T> T translated(Transaction<T> transaction) {
        try {
            return transaction.run();
        } catch (SQLException e) {
            throw SqlFailures.translate(new IllegalStateException("the database refused a statement", e));
        } catch (RuntimeException e) {
            throw SqlFailures.translate(e);
        }
    }

    @FunctionalInterface
    private interface Beginning {
        void begun(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Transaction<T> {
        T run() throws SQLException;
    }
}
