package io.chatsphere.adapter.postgres.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Makes and upgrades the tables. Place and history are ours alone: a host application's own migrations go on beside them. */
public final class Migrations {
    private static final String PLACE = "classpath:io/chatsphere/adapter/postgres/migration";
    private static final String HISTORY = "chatsphere_schema_history";

    /** Flyway's own lock does not cover its first step, in which it makes the history. */
    private static final String LOCK = "SELECT pg_advisory_lock(hashtext('" + HISTORY + "'))";

    private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtext('" + HISTORY + "'))";

    private final DataSource source;

    public Migrations(DataSource source) {
        this.source = source;
    }

    /** As {@link io.chatsphere.adapter.postgres.PostgresStorage#migrate}. */
    public void run() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            try {
                flyway().migrate();
            } finally {
                statement.execute(UNLOCK);
            }
        } catch (FlywayException | SQLException e) {
            throw explained(e);
        }
    }

    /**
     * Changes nothing.
     *
     * @throws IllegalStateException if tables are missing or older than this program
     */
    public void requireDone() {
        try {
            if (flyway().info().pending().length > 0) {
                throw new IllegalStateException(
                        "The database has not been migrated to this version of ChatSphere. Migrate it first.");
            }
        } catch (FlywayException e) {
            throw explained(e);
        }
    }

    /** The baseline lets us into a schema in which a host application has tables already. */
    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(source)
                .locations(PLACE)
                .failOnMissingLocations(true)
                .table(HISTORY)
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
