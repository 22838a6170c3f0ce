package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.MessageRepositoryRepeatContract;
import io.chatsphere.domain.Storage;

final class JdbiMessageRepositoryRepeatTest extends MessageRepositoryRepeatContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
