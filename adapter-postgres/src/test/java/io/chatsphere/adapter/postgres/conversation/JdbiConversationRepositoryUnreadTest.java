package io.chatsphere.adapter.postgres.conversation;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.ConversationRepositoryUnreadContract;
import io.chatsphere.domain.Storage;

final class JdbiConversationRepositoryUnreadTest extends ConversationRepositoryUnreadContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
