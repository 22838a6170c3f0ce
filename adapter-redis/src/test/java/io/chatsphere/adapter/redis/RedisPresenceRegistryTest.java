package io.chatsphere.adapter.redis;

import io.chatsphere.contract.PresenceRegistryContract;
import io.chatsphere.domain.presence.PresenceRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import redis.clients.jedis.UnifiedJedis;

final class RedisPresenceRegistryTest extends PresenceRegistryContract {
    private static TestNodes nodes;
    private static PresenceRegistry registry;

    @BeforeAll
    static void open() {
        nodes = new TestNodes(3);
        registry = nodes.port(PresenceRegistry.class, RedisAdapter::presence);
    }

    @AfterEach
    void forget() {
        nodes.run(UnifiedJedis::flushAll);
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    @Override
    protected PresenceRegistry registry() {
        return registry;
    }
}
