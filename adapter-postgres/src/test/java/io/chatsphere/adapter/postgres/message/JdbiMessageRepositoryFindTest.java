package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.MessageRepositoryFindContract;
import io.chatsphere.domain.Storage;

final class JdbiMessageRepositoryFindTest extends MessageRepositoryFindContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
