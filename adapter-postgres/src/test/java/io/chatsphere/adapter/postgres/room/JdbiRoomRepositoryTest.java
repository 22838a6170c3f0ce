package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryTest extends RoomRepositoryContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
