package io.chatsphere.adapter.postgres.user;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.UserRepositoryUpdateContract;
import io.chatsphere.domain.Storage;

final class JdbiUserRepositoryUpdateTest extends UserRepositoryUpdateContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
