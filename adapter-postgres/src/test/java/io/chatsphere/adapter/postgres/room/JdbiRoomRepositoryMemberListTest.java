package io.chatsphere.adapter.postgres.room;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.RoomRepositoryMemberListContract;
import io.chatsphere.domain.Storage;

final class JdbiRoomRepositoryMemberListTest extends RoomRepositoryMemberListContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
