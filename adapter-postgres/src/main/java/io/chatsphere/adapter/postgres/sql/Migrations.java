package io.chatsphere.adapter.postgres.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Makes and upgrades the tables. Place and history are ours alone: a host application's own migrations go on beside them.
 * Flyway does it, and says what is wrong with tables that are not as they should be; where they are current, it is not even
 * loaded.
 */
public final class Migrations {
    /** Flyway's own lock does not cover its first step, in which it makes the history. */
    private static final String LOCK = "SELECT pg_advisory_lock(hashtext('" + SchemaHistory.TABLE + "'))";

    private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtext('" + SchemaHistory.TABLE + "'))";

    private final DataSource source;

    public Migrations(DataSource source) {
        this.source = source;
    }

    /** As {@link io.chatsphere.adapter.postgres.PostgresStorage#migrate}. */
    public void run() {
        try (Connection connection = source.getConnection()) {
            if (!SchemaHistory.isCurrent(connection)) {
                migrate(connection);
            }
        } catch (FlywayException | SQLException e) {
            throw explained(e);
        }
    }

    private void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            try {
                flyway().migrate();
            } finally {
                statement.execute(UNLOCK);
            }
        }
    }

    /**
     * Changes nothing.
     *
     * @throws IllegalStateException if tables are missing or older than this program
     */
    public void requireDone() {
        try {
            if (!isCurrent() && flyway().info().pending().length > 0) {
                throw new IllegalStateException(
                        "The database has not been migrated to this version of ChatSphere. Migrate it first.");
            }
        } catch (FlywayException | SQLException e) {
            throw explained(e);
        }
    }

    private boolean isCurrent() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return SchemaHistory.isCurrent(connection);
        }
    }

    /** The baseline lets us into a schema in which a host application has tables already. */
    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + SchemaHistory.PLACE)
                .failOnMissingLocations(true)
                .table(SchemaHistory.TABLE)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .cleanDisabled(true)
                .load();
    }

    private static RuntimeException explained(Exception failure) {
        return SqlFailures.translate(
                new IllegalStateException("The tables of ChatSphere cannot be made or upgraded here.", failure));
    }
}
