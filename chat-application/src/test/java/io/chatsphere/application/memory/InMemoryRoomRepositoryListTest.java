package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryListContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryListTest extends RoomRepositoryListContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
