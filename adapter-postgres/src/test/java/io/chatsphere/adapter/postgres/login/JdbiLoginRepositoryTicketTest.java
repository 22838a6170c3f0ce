package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.LoginRepositoryTicketContract;
import io.chatsphere.domain.Storage;

final class JdbiLoginRepositoryTicketTest extends LoginRepositoryTicketContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
