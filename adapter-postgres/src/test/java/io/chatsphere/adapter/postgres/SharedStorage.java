package io.chatsphere.adapter.postgres;

import io.chatsphere.domain.Storage;

/** One open storage for all contracts of this JVM: they need no empty store. */
public final class SharedStorage {
    private static final Storage STORAGE = open();

    private SharedStorage() {}

    /** The ports. */
    public static Storage storage() {
        return STORAGE;
    }

    private static Storage open() {
        TestDatabase database = TestDatabase.fresh();
        PostgresStorage storage = new PostgresStorage(database.config());
        storage.open();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            storage.close();
            if (!TestServer.isEmbedded()) {
                database.close();
            }
        }));
        return storage.storage();
    }
}
