package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryReturnContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryReturnTest extends RoomRepositoryReturnContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
