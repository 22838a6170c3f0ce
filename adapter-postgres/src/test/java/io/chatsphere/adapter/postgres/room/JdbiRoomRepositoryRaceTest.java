package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryRaceContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryRaceTest extends RoomRepositoryRaceContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
