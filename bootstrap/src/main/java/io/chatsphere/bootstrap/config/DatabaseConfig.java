package io.chatsphere.bootstrap.config;

import io.chatsphere.adapter.postgres.PostgresConfig;
import java.time.Duration;
import java.util.Optional;

/**
 * Where users, rooms and messages are kept.
 *
 * @param external empty: in the embedded PostgreSQL
 * @param poolSize connections beside those that store messages
 * @param startTimeout how long to wait at the start until it answers
 */
public record DatabaseConfig(Optional<PostgresConfig> external, int poolSize, Duration startTimeout) {}
