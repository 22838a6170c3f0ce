package io.chatsphere.adapter.postgres.conversation;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.ConversationRepositoryMarkContract;
import io.chatsphere.domain.Storage;

final class JdbiConversationRepositoryMarkTest extends ConversationRepositoryMarkContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
