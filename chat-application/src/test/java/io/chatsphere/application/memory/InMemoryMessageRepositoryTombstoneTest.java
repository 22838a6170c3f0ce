package io.chatsphere.application.memory;

import io.chatsphere.contract.MessageRepositoryTombstoneContract;
import io.chatsphere.domain.Storage;

class InMemoryMessageRepositoryTombstoneTest extends MessageRepositoryTombstoneContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
