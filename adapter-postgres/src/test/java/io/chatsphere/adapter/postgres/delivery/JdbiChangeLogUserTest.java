package io.chatsphere.adapter.postgres.delivery;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.ChangeLogUserContract;
import io.chatsphere.domain.Storage;

final class JdbiChangeLogUserTest extends ChangeLogUserContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
