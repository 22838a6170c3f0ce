package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.LoginRepositoryEndContract;
import io.chatsphere.domain.Storage;

final class JdbiLoginRepositoryEndTest extends LoginRepositoryEndContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
