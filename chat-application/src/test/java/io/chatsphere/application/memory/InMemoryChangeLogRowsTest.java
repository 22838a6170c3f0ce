package io.chatsphere.application.memory;

import io.chatsphere.contract.ChangeLogRowsContract;
import io.chatsphere.domain.Storage;

class InMemoryChangeLogRowsTest extends ChangeLogRowsContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
