package io.chatsphere.application.memory;

import io.chatsphere.contract.ConversationRepositoryContract;
import io.chatsphere.domain.Storage;

class InMemoryConversationRepositoryTest extends ConversationRepositoryContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
