package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryReturnContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryReturnTest extends RoomRepositoryReturnContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
