package io.chatsphere.adapter.postgres.delivery;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.ChangeLogRowsContract;
import io.chatsphere.domain.Storage;

final class JdbiChangeLogRowsTest extends ChangeLogRowsContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
