package io.chatsphere.application.memory;

import io.chatsphere.contract.ChangeLogUserContract;
import io.chatsphere.domain.Storage;

class InMemoryChangeLogUserTest extends ChangeLogUserContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
