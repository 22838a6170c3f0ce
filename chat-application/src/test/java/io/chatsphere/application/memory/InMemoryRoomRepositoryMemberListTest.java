package io.chatsphere.application.memory;

import io.chatsphere.contract.RoomRepositoryMemberListContract;
import io.chatsphere.domain.Storage;

class InMemoryRoomRepositoryMemberListTest extends RoomRepositoryMemberListContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
