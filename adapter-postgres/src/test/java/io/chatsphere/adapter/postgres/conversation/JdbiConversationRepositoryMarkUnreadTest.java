package io.chatsphere.adapter.postgres.conversation;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.ConversationRepositoryMarkUnreadContract;
import io.chatsphere.domain.Storage;

final class JdbiConversationRepositoryMarkUnreadTest extends ConversationRepositoryMarkUnreadContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
