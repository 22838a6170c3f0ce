package io.chatsphere.bootstrap.server;

import io.chatsphere.bootstrap.config.ServerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables up to date without serving, for those who do that as a step of its own. */
public final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private Migration() {}

    /**
     * Makes or upgrades the tables and leaves the database.
     *
     * @throws io.chatsphere.bootstrap.error.StartException if the database cannot be used or does not answer in time
     */
    public static void run(ServerConfig config) {
        try (Closing parts = new Closing()) {
            OpenDatabase.migrated(config, parts);
            LOG.info("The database's tables are up to date");
        }
    }
}
