package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.UserRepositoryContract;
import io.chatsphere.domain.Storage;

final class JdbiUserRepositoryTest extends UserRepositoryContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
