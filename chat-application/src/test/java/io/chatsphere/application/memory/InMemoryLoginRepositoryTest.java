package io.chatsphere.application.memory;

import io.chatsphere.contract.LoginRepositoryContract;
import io.chatsphere.domain.Storage;

class InMemoryLoginRepositoryTest extends LoginRepositoryContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
