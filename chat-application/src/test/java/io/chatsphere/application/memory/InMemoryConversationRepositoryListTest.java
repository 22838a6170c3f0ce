package io.chatsphere.application.memory;

import io.chatsphere.contract.ConversationRepositoryListContract;
import io.chatsphere.domain.Storage;

class InMemoryConversationRepositoryListTest extends ConversationRepositoryListContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
