package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.MessageRepositoryHistoryContract;
import io.chatsphere.domain.Storage;

final class JdbiMessageRepositoryHistoryTest extends MessageRepositoryHistoryContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
