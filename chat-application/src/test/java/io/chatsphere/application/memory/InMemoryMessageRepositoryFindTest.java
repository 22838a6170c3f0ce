package io.chatsphere.application.memory;

import io.chatsphere.contract.MessageRepositoryFindContract;
import io.chatsphere.domain.Storage;

class InMemoryMessageRepositoryFindTest extends MessageRepositoryFindContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
