package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryJoinContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryJoinTest extends RoomRepositoryJoinContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
