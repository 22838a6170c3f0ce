package io.chatsphere.application.memory;

import io.chatsphere.contract.UserRepositoryPasswordContract;
import io.chatsphere.domain.Storage;

class InMemoryUserRepositoryPasswordTest extends UserRepositoryPasswordContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
