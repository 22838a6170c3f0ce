package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryLeaveContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryLeaveTest extends RoomRepositoryLeaveContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
