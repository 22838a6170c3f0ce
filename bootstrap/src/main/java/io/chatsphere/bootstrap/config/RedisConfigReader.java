package io.chatsphere.bootstrap.config;

import io.chatsphere.adapter.redis.RedisSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads where Redis is: one URL, or its parts, or neither for a single node. */
final class RedisConfigReader {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_DB = 999;

    private final SettingReader settings;

    RedisConfigReader(SettingReader settings) {
        this.settings = settings;
    }

    Optional<RedisSettings> read() {
        Optional<String> url = settings.secret(Setting.REDIS_URL, Setting.REDIS_URL_FILE);
        return url.isPresent()
                ? url.flatMap(text -> settings.parsed(Setting.REDIS_URL, text, RedisSettings::parse))
                : settings.find(Setting.REDIS_HOST).flatMap(this::ofParts);
    }

    private Optional<RedisSettings> ofParts(String host) {
        int port = settings.number(Setting.REDIS_PORT, 1, MAX_PORT);
        int database = settings.number(Setting.REDIS_DB, 0, MAX_DB);
        String password = settings.secret(Setting.REDIS_PASSWORD, Setting.REDIS_PASSWORD_FILE)
                .map(text -> ":" + encoded(text) + "@")
                .orElse("");
        boolean bare = host.contains(":") && !host.startsWith("[");
        try {
            return Optional.of(RedisSettings.parse(
                    "redis://" + password + (bare ? "[" + host + "]" : host) + ":" + port + "/" + database));
        } catch (IllegalArgumentException e) {
            settings.fault(Setting.REDIS_HOST, "must be a host name or an address.");
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
