package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.LoginRepositoryContract;
import io.chatsphere.domain.Storage;

final class JdbiLoginRepositoryTest extends LoginRepositoryContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
