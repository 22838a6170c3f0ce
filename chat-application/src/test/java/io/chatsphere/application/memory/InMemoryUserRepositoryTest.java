package io.chatsphere.application.memory;

import io.chatsphere.contract.UserRepositoryContract;
import io.chatsphere.domain.Storage;

class InMemoryUserRepositoryTest extends UserRepositoryContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
