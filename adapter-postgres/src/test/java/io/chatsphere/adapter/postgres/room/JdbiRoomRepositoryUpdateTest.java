package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryUpdateContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryUpdateTest extends RoomRepositoryUpdateContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
