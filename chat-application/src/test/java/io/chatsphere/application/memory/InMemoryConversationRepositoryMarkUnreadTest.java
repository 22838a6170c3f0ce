package io.chatsphere.application.memory;

import io.chatsphere.contract.ConversationRepositoryMarkUnreadContract;
import io.chatsphere.domain.Storage;

class InMemoryConversationRepositoryMarkUnreadTest extends ConversationRepositoryMarkUnreadContract {
    private final Storage storage = new InMemoryStore().storage();

    @Override
    protected Storage storage() {
        return storage;
    }
}
