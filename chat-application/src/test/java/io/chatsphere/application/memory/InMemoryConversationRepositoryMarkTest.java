package io.chatsphere.application.memory;

import io.chatsphere.contract.ConversationRepositoryMarkContract;
import io.chatsphere.domain.Storage;

class InMemoryConversationRepositoryMarkTest extends ConversationRepositoryMarkContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
