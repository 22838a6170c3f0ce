package io.chatsphere.adapter.postgres.conversation;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.ConversationRepositoryContract;
import io.chatsphere.domain.Storage;

final class JdbiConversationRepositoryTest extends ConversationRepositoryContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
