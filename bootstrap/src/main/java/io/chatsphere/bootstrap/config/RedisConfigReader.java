package io.chatsphere.bootstrap.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads where Redis is: one URL, or its parts, or neither for a single node. */
final class RedisConfigReader {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_DB = 999;

    private final SettingReader settings;

    RedisConfigReader(SettingReader settings) {
        this.settings = settings;
    }

    Optional<RedisConfig> read() {
        Optional<String> url = settings.secret(Setting.REDIS_URL, Setting.REDIS_URL_FILE);
        return url.isPresent()
                ? url.flatMap(text -> settings.parsed(Setting.REDIS_URL, text, RedisConfig::parse))
                : settings.find(Setting.REDIS_HOST).flatMap(this::ofParts);
    }

    private Optional<RedisConfig> ofParts(String host) {
        int port = settings.number(Setting.REDIS_PORT, 1, MAX_PORT);
        int database = settings.number(Setting.REDIS_DB, 0, MAX_DB);
        Optional<String> password = settings.secret(Setting.REDIS_PASSWORD, Setting.REDIS_PASSWORD_FILE);
        try {
            return Optional.of(new RedisConfig(new URI(
                    "redis", password.map(text -> ":" + text).orElse(null), host, port, "/" + database, null, null)));
        } catch (URISyntaxException e) {
            settings.fault(Setting.REDIS_HOST, "must be a host name or an address.");
            return Optional.empty();
        }
    }
}
