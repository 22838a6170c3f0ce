package io.chatsphere.application.memory;

import io.chatsphere.contract.LoginRepositoryRenewContract;
import io.chatsphere.domain.Storage;

class InMemoryLoginRepositoryRenewTest extends LoginRepositoryRenewContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
