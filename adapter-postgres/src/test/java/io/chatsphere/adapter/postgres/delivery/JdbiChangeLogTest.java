package io.chatsphere.adapter.postgres.delivery;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.ChangeLogContract;
import io.chatsphere.domain.Storage;

final class JdbiChangeLogTest extends ChangeLogContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
