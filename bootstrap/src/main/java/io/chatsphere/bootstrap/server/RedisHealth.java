package io.chatsphere.bootstrap.server;

import io.chatsphere.application.health.HealthCheck;
import java.util.Map;

/** A single node needs no Redis: what it would carry stays in this node's memory, and that always works. */
record RedisHealth() implements HealthCheck {
    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Health check() {
        return new Health(Status.HEALTHY, Map.of("mode", "memory"));
    }
}
