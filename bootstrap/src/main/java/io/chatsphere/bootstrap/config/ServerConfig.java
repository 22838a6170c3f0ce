package io.chatsphere.bootstrap.config;

import io.chatsphere.adapter.redis.RedisSettings;
import io.chatsphere.application.limit.LimitSettings;
import io.chatsphere.application.login.TokenLifetimes;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything that the server needs to know, checked. It prints no secret.
 *
 * @param dataDirectory need not exist
 * @param secretKey empty: to be made once and kept in the data directory
 * @param maxMessageLength in code points
 * @param redis what joins nodes; empty: a single node
 */
public record ServerConfig(
        Environment environment,
        WebConfig web,
        DatabaseConfig database,
        LiveConfig live,
        Path dataDirectory,
        Optional<SecretKey> secretKey,
        TokenLifetimes lifetimes,
        int maxMessageLength,
        LimitSettings limits,
        Optional<RedisSettings> redis,
        LogConfig log) {
    /**
     * Reads and checks all settings.
     *
     * @throws ConfigException with all faults
     */
    public static ServerConfig of(Sources sources) {
        return ServerConfigReader.read(sources);
    }
}
