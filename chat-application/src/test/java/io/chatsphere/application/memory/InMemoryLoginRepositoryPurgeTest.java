package io.chatsphere.application.memory;

import io.chatsphere.contract.LoginRepositoryPurgeContract;
import io.chatsphere.domain.Storage;

class InMemoryLoginRepositoryPurgeTest extends LoginRepositoryPurgeContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
