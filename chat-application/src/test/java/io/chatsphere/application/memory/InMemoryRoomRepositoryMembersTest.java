package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryMembersContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryMembersTest extends RoomRepositoryMembersContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
