package io.chatsphere.adapter.redis;

import io.chatsphere.adapter.redis.testing.RedisServer;
import io.chatsphere.contract.ChangeBusSignalContract;
import io.chatsphere.domain.delivery.ChangeBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class RedisChangeBusSignalTest extends ChangeBusSignalContract {
    private final RedisAdapter adapter =
            new RedisAdapter(RedisSettings.parse(RedisServer.sharedUrl()), System::nanoTime);

    @BeforeEach
    void open() {
        adapter.open();
    }

    @AfterEach
    void close() {
        adapter.close();
    }

    @Override
    protected ChangeBus bus() {
        return adapter.bus();
    }
}
