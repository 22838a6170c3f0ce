package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.UserRepositoryEnsureContract;
import io.chatsphere.domain.Storage;

final class JdbiUserRepositoryEnsureTest extends UserRepositoryEnsureContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
