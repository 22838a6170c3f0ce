package io.chatsphere.bootstrap.server;

import io.chatsphere.adapter.postgres.PostgresConfig;
import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.bootstrap.config.DatabaseConfig;
import io.chatsphere.bootstrap.config.ServerConfig;
import io.chatsphere.bootstrap.database.EmbeddedPostgres;
import io.chatsphere.bootstrap.error.StartException;
import io.chatsphere.domain.error.ChatException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reaches the database, its own or a given one, and brings its tables up to date. */
final class OpenDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private OpenDatabase() {}

    /**
     * The storage, migrated but not open; it and what it needs close with {@code closing}.
     *
     * @throws StartException if the database cannot be used or does not answer in time
     */
    static PostgresStorage migrated(ServerConfig config, Closing closing) {
        DatabaseConfig database = config.database();
        PostgresConfig place = database.external().orElseGet(() -> embedded(config, closing));
        PostgresStorage storage = closing.open(() -> new PostgresStorage(place));
        try {
            migrate(storage, database.startTimeout());
        } catch (IllegalStateException e) {
            throw new StartException(e.getMessage(), e);
        }
        return storage;
    }

    private static PostgresConfig embedded(ServerConfig config, Closing closing) {
        EmbeddedPostgres postgres =
                closing.open(() -> EmbeddedPostgres.start(config.dataDirectory().resolve("postgres")));
        return new PostgresConfig(
                postgres.jdbcUrl(),
                Optional.of(postgres.user()),
                Optional.of(postgres.password()),
                config.database().poolSize(),
                PostgresConfig.DEFAULT_WRITERS);
    }

    private static void migrate(PostgresStorage storage, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                storage.migrate();
                return;
            } catch (ChatException.Unavailable e) {
                if (System.nanoTime() - deadline >= 0) {
                    throw new StartException(
                            "The database did not answer within " + patience.toSeconds() + " seconds; check that"
                                    + " PostgreSQL runs where DATABASE_URL or POSTGRES_HOST say.",
                            e);
                }
                LOG.warn("The database does not answer yet; trying again for up to {} s", patience.toSeconds());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("The start was interrupted.", e);
        }
    }
}
