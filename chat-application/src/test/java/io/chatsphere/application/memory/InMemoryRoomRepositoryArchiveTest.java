package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryArchiveContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryArchiveTest extends RoomRepositoryArchiveContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
