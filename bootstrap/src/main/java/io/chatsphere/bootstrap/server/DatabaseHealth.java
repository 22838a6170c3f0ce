package io.chatsphere.bootstrap.server;

import io.chatsphere.adapter.postgres.PostgresStorage;
import io.chatsphere.application.health.HealthCheck;
import io.chatsphere.domain.error.ChatException;

/** Whether the database gives a sign of life. */
record DatabaseHealth(PostgresStorage storage) implements HealthCheck {
    @Override
    public String name() {
        return "database";
    }

    @Override
    public Health check() {
        try {
            storage.ping();
            return Health.of(Status.HEALTHY);
        } catch (ChatException.Unavailable e) {
            return Health.of(Status.UNHEALTHY);
        }
    }
}
