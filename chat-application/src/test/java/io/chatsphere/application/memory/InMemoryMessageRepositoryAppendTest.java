package io.chatsphere.application.memory;

import io.chatsphere.contract.MessageRepositoryAppendContract;
import io.chatsphere.domain.Storage;

class InMemoryMessageRepositoryAppendTest extends MessageRepositoryAppendContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
