package io.chatsphere.application.memory;

import io.chatsphere.contract.MessageRepositoryUpdateRaceContract;
import io.chatsphere.domain.Storage;

class InMemoryMessageRepositoryUpdateRaceTest extends MessageRepositoryUpdateRaceContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
