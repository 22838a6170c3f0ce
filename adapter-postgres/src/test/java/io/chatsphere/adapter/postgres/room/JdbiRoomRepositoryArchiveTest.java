package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryArchiveContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryArchiveTest extends RoomRepositoryArchiveContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
