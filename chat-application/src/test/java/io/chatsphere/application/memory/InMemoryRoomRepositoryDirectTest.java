package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryDirectContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryDirectTest extends RoomRepositoryDirectContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
