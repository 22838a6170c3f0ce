package io.chatsphere.application.memory;

import io.chatsphere.contract.LoginRepositoryTicketContract;
import io.chatsphere.domain.Storage;

class InMemoryLoginRepositoryTicketTest extends LoginRepositoryTicketContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
