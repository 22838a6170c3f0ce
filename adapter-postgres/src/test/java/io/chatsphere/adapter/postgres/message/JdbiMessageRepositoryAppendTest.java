package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.MessageRepositoryAppendContract;
import io.chatsphere.domain.Storage;

final class JdbiMessageRepositoryAppendTest extends MessageRepositoryAppendContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
