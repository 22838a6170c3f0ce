package io.chatsphere.adapter.postgres.conversation;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.ConversationRepositoryListContract;
import io.chatsphere.domain.Storage;

final class JdbiConversationRepositoryListTest extends ConversationRepositoryListContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
