package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryUpdateContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryUpdateTest extends RoomRepositoryUpdateContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
