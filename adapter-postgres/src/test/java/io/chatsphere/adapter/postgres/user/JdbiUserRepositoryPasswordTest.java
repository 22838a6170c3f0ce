package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.UserRepositoryPasswordContract;
import io.chatsphere.domain.Storage;

final class JdbiUserRepositoryPasswordTest extends UserRepositoryPasswordContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
