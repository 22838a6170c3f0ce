package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.UserRepositoryRegisterContract;
import io.chatsphere.domain.Storage;

final class JdbiUserRepositoryRegisterTest extends UserRepositoryRegisterContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
