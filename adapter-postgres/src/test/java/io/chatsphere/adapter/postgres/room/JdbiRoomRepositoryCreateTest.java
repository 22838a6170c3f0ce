package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryCreateContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryCreateTest extends RoomRepositoryCreateContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
