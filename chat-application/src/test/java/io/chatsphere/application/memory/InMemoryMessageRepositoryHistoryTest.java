package io.chatsphere.application.memory;

import io.chatsphere.contract.MessageRepositoryHistoryContract;
import io.chatsphere.domain.Storage;

class InMemoryMessageRepositoryHistoryTest extends MessageRepositoryHistoryContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
