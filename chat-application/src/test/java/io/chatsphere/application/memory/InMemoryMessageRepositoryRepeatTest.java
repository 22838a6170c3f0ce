package io.chatsphere.application.memory;

import io.chatsphere.contract.MessageRepositoryRepeatContract;
import io.chatsphere.domain.Storage;

class InMemoryMessageRepositoryRepeatTest extends MessageRepositoryRepeatContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
