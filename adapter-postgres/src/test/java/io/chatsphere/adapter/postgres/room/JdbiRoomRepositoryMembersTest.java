package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryMembersContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryMembersTest extends RoomRepositoryMembersContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
