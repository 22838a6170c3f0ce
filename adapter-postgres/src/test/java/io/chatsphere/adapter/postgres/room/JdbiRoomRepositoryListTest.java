package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryListContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryListTest extends RoomRepositoryListContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
