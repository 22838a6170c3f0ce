package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.LoginRepositoryRenewContract;
import io.chatsphere.domain.Storage;

final class JdbiLoginRepositoryRenewTest extends LoginRepositoryRenewContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
