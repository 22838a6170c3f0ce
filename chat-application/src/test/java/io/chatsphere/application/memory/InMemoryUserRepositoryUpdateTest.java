package io.chatsphere.application.memory;

import io.chatsphere.contract.UserRepositoryUpdateContract;
import io.chatsphere.domain.Storage;

class InMemoryUserRepositoryUpdateTest extends UserRepositoryUpdateContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
