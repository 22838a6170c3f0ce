package io.chatsphere.adapter.redis;

import io.chatsphere.adapter.redis.testing.RedisServer;
import io.chatsphere.contract.ChangeBusNodesContract;
import io.chatsphere.domain.delivery.ChangeBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class RedisChangeBusNodesTest extends ChangeBusNodesContract {
    private final RedisAdapter node = adapter();
    private final RedisAdapter other = adapter();

    @BeforeEach
    void open() {
        node.open();
        other.open();
    }

    @AfterEach
    void close() {
        node.close();
        other.close();
    }

    @Override
    protected ChangeBus bus() {
        return node.bus();
    }

    @Override
    protected ChangeBus otherBus() {
        return other.bus();
    }

    private static RedisAdapter adapter() {
        return new RedisAdapter(RedisSettings.parse(RedisServer.sharedUrl()), System::nanoTime);
    }
}
