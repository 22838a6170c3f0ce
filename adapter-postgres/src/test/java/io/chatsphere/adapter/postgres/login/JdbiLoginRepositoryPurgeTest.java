package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.LoginRepositoryPurgeContract;
import io.chatsphere.domain.Storage;

final class JdbiLoginRepositoryPurgeTest extends LoginRepositoryPurgeContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
