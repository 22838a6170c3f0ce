package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryJoinContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryJoinTest extends RoomRepositoryJoinContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
