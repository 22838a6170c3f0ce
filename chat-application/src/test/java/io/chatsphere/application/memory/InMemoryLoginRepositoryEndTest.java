package io.chatsphere.application.memory;

import io.chatsphere.contract.LoginRepositoryEndContract;
import io.chatsphere.domain.Storage;

class InMemoryLoginRepositoryEndTest extends LoginRepositoryEndContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
