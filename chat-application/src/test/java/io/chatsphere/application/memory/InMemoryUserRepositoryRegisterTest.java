package io.chatsphere.application.memory;

import io.chatsphere.contract.UserRepositoryRegisterContract;
import io.chatsphere.domain.Storage;

class InMemoryUserRepositoryRegisterTest extends UserRepositoryRegisterContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
