package io.chatsphere.application.memory;

import io.chatsphere.contract.UserRepositorySearchContract;
import io.chatsphere.domain.Storage;

class InMemoryUserRepositorySearchTest extends UserRepositorySearchContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
