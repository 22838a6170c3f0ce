package io.chatsphere.bootstrap.server;

import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.bootstrap.config.ServerConfig;
import io.chatsphere.domain.Storage;
import java.util.function.Function;

/** Opens the storage that is configured, without serving. */
public final class StoreAlone {
    private StoreAlone() {}

    /**
     * What {@code work} gives, over the migrated and open storage.
     *
     * @throws io.chatsphere.bootstrap.error.StartException if the database cannot be used or does not answer in time
     */
    public static <T> T with(ServerConfig config, Function<Storage, T> work) {
        try (Closing parts = new Closing()) {
            PostgresStorage storage = OpenDatabase.migrated(config, parts);
            storage.open();
            return work.apply(storage.storage());
        }
    }
}
