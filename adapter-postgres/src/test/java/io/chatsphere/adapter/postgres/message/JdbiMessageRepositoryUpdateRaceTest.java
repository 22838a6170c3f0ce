package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.SharedStorage;
import io.chatsphere.contract.MessageRepositoryUpdateRaceContract;
import io.chatsphere.domain.Storage;

final class JdbiMessageRepositoryUpdateRaceTest extends MessageRepositoryUpdateRaceContract {
    @Override
    protected Storage storage() {
        return SharedStorage.storage();
    }
}
