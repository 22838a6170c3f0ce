package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.MessageRepositoryTombstoneContract;
import io.chatsphere.domain.Storage;

final class JdbiMessageRepositoryTombstoneTest extends MessageRepositoryTombstoneContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
