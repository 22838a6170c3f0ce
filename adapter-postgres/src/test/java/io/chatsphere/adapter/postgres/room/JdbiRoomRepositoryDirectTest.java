package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryDirectContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryDirectTest extends RoomRepositoryDirectContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
