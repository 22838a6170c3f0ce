package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryCreateContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryCreateTest extends RoomRepositoryCreateContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
