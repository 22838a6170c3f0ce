package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryRaceContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryRaceTest extends RoomRepositoryRaceContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
