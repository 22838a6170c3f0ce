package io.chatsphere.application.memory;

import io.chatsphere.contract.MessageRepositoryUpdateContract;
import io.chatsphere.domain.Storage;

class InMemoryMessageRepositoryUpdateTest extends MessageRepositoryUpdateContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
