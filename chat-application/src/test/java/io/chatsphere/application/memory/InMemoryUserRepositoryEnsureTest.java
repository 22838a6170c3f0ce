package io.chatsphere.application.memory;

import io.chatsphere.contract.UserRepositoryEnsureContract;
import io.chatsphere.domain.Storage;

class InMemoryUserRepositoryEnsureTest extends UserRepositoryEnsureContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
