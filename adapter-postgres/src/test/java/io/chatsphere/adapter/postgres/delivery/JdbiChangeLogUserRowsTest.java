package io.chatsphere.adapter.postgres.delivery;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.ChangeLogUserRowsContract;
import io.chatsphere.domain.Storage;

final class JdbiChangeLogUserRowsTest extends ChangeLogUserRowsContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
