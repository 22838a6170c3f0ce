package io.chatsphere.bootstrap.config;

import io.chatsphere.adapter.http.HttpSettings;
import io.chatsphere.application.login.TokenLifetimes;
import io.chatsphere.domain.message.MessageContent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the configuration of the settings, and checks what only several of them together say. */
final class ServerConfigReader {
    private static final int MAX_PORT = 65_535;
    private static final int A_DAY_OF_SECONDS = 86_400;
    private static final int A_DAY_OF_MINUTES = 1_440;
    private static final int A_YEAR_OF_DAYS = 366;
    private static final int MANY = 1_000;

    private final SettingReader settings;
    private final Environment environment;

    private ServerConfigReader(SettingReader settings) {
        this.settings = settings;
        this.environment = settings.choice(Setting.ENVIRONMENT, Environment.class);
    }

    static ServerConfig read(Sources sources) {
        SettingReader settings = new SettingReader(sources);
        ServerConfig config = new ServerConfigReader(settings).config();
        settings.finish();
        return config;
    }

    private ServerConfig config() {
        Path dataDirectory = settings.parsed(Setting.DATA_DIR, settings.text(Setting.DATA_DIR), Path::of)
                .orElse(Path.of(""));
        return new ServerConfig(
                environment,
                web(),
                new DatabaseConfigReader(settings).read(environment),
                live(),
                dataDirectory,
                secretKey(),
                new TokenLifetimes(
                        Duration.ofMinutes(settings.number(Setting.ACCESS_TOKEN_EXPIRE_MINUTES, 1, A_DAY_OF_MINUTES)),
                        Duration.ofDays(settings.number(Setting.REFRESH_TOKEN_EXPIRE_DAYS, 1, A_YEAR_OF_DAYS))),
                settings.number(Setting.MAX_MESSAGE_LENGTH, 1, MessageContent.HARD_LIMIT),
                new LimitConfigReader(settings).read(),
                new RedisConfigReader(settings).read(),
                new LogConfigReader(settings, environment).read(dataDirectory));
    }

    private WebConfig web() {
        return new WebConfig(
                settings.text(Setting.HOST),
                settings.number(Setting.PORT, 0, MAX_PORT),
                settings.find(Setting.PUBLIC_URL)
                        .flatMap(url -> settings.parsed(Setting.PUBLIC_URL, url, Origins::parse)),
                origins(),
                trustedProxies(),
                settings.choice(Setting.DEFAULT_LANGUAGE, Language.class));
    }

    private List<String> origins() {
        // The brackets of a JSON list, not those of an address such as http://[::1]:3000.
        String items = settings.text(Setting.ALLOWED_ORIGINS).replaceFirst("(?s)^\\[(.*)]$", "$1");
        List<String> listed = Arrays.stream(items.split("[\",\\s]+"))
                .filter(origin -> !origin.isEmpty())
                .toList();
        if (listed.contains(Origins.ANY)) {
            if (environment == Environment.PRODUCTION) {
                settings.fault(
                        Setting.ALLOWED_ORIGINS, "must name each origin in production; \"*\" lets every page in.");
            }
            return List.of(Origins.ANY);
        }
        return listed.stream()
                .map(origin -> settings.parsed(Setting.ALLOWED_ORIGINS, origin, Origins::parse))
                .flatMap(Optional::stream)
                .map(URI::toString)
                .toList();
    }

    private List<String> trustedProxies() {
        List<String> listed = Arrays.stream(
                        settings.text(Setting.TRUSTED_PROXIES).split("[,\\s]+"))
                .filter(network -> !network.isEmpty())
                .toList();
        listed.stream()
                .filter(network -> !isNetwork(network))
                .forEach(network -> settings.fault(
                        Setting.TRUSTED_PROXIES,
                        "holds \"" + network + "\", which is neither an address nor a network such as 10.0.0.0/8."));
        return listed;
    }

    private static boolean isNetwork(String text) {
        try {
            return !HttpSettings.of("")
                    .withTrustedProxies(List.of(text))
                    .trustedProxies()
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private LiveConfig live() {
        int heartbeat = settings.number(Setting.WEBSOCKET_HEARTBEAT_INTERVAL, 1, A_DAY_OF_SECONDS);
        int timeout = settings.number(Setting.WEBSOCKET_TIMEOUT, 2, A_DAY_OF_SECONDS);
        if (timeout <= heartbeat) {
            settings.fault(Setting.WEBSOCKET_TIMEOUT, "must be longer than WEBSOCKET_HEARTBEAT_INTERVAL.");
        }
        int perUser = settings.number(Setting.MAX_CONNECTIONS_PER_USER, 1, MANY);
        int onlineList = settings.number(Setting.ONLINE_LIST_LIMIT, 1, MANY);
        return new LiveConfig(perUser, Duration.ofSeconds(heartbeat), Duration.ofSeconds(timeout), onlineList);
    }

    private Optional<SecretKey> secretKey() {
        Optional<SecretKey> key =
                settings.secret(Setting.SECRET_KEY, Setting.SECRET_KEY_FILE).map(SecretKey::new);
        if (environment == Environment.PRODUCTION) {
            if (key.isEmpty()) {
                settings.fault(Setting.SECRET_KEY, "must be set in production.");
            }
            key.flatMap(SecretKey::weakness).ifPresent(weakness -> settings.fault(Setting.SECRET_KEY, weakness));
        }
        return key;
    }
}
