package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.MessageRepositoryUpdateContract;
import io.chatsphere.domain.Storage;

final class JdbiMessageRepositoryUpdateTest extends MessageRepositoryUpdateContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
