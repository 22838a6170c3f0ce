package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.UserRepositorySearchContract;
import io.chatsphere.domain.Storage;

final class JdbiUserRepositorySearchTest extends UserRepositorySearchContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
