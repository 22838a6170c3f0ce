package io.chatsphere.bootstrap.server;

import io.chatsphere.adapter.redis.RedisAdapter;
import io.chatsphere.application.ChatSphere;
import io.chatsphere.application.health.HealthCheck;
import java.util.Map;
import java.util.Optional;

/**
 * How nodes hear each other. Without Redis what it would carry stays in this node's memory, which is all that a single node
 * needs; several do not hear each other then. With Redis away everything works, later and less completely.
 *
 * @param redis empty: none is configured
 */
record RedisHealth(Optional<RedisAdapter> redis, ChatSphere chat) implements HealthCheck {
    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Health check() {
        return redis.map(adapter -> Health.of(status(adapter.answers())))
                .orElseGet(() -> new Health(status(!chat.isApart()), Map.of("mode", "memory")));
    }

    private static Status status(boolean well) {
        return well ? Status.HEALTHY : Status.DEGRADED;
    }
}
