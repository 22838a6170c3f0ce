package io.chatsphere.application.memory;

import io.chatsphere.contract.ChangeLogUserRowsContract;
import io.chatsphere.domain.Storage;

class InMemoryChangeLogUserRowsTest extends ChangeLogUserRowsContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
