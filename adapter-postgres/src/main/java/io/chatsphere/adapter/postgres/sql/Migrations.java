package io.chatsphere.adapter.postgres.sql;

import io.chatsphere.domain.error.ChatException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Makes and upgrades the tables. Place and history are ours alone: a host application's own migrations go on beside them. */
public final class Migrations {
    private static final String PLACE = "classpath:io/chatsphere/adapter/postgres/migration";
    private static final String HISTORY = "chatsphere_schema_history";

    private final DataSource source;

    public Migrations(DataSource source) {
        this.source = source;
    }

    /** As {@link io.chatsphere.adapter.postgres.PostgresStorage#migrate}. */
    public void run() {
        try {
            flyway().migrate();
        } catch (FlywayException e) {
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

    private static RuntimeException explained(FlywayException failure) {
        RuntimeException translated = SqlFailures.translate(failure);
        return translated instanceof ChatException
                ? translated
                : new IllegalStateException("The tables of ChatSphere cannot be made or upgraded here.", failure);
    }
}
