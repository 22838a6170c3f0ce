package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryLeaveContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryLeaveTest extends RoomRepositoryLeaveContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
