package io.chatsphere.application.memory;

import io.chatsphere.contract.ConversationRepositoryUnreadContract;
import io.chatsphere.domain.Storage;

class InMemoryConversationRepositoryUnreadTest extends ConversationRepositoryUnreadContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
