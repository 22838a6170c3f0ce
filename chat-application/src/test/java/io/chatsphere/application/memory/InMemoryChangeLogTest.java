package io.chatsphere.application.memory;

import io.chatsphere.contract.ChangeLogContract;
import io.chatsphere.domain.Storage;

class InMemoryChangeLogTest extends ChangeLogContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
