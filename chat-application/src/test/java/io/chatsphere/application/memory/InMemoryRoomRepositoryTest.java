package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryTest extends RoomRepositoryContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
