package io.chatsphere.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatsphere.adapter.redis.RedisSettings;
import io.chatsphere.application.limit.LimitSettings;
import io.chatsphere.domain.limit.Rate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerConfigTest {
    private static final String SECRET = "0123456789abcdefghijklmnopqrstuv";
    private static final String URL = "postgresql://anna:geheim@db.example.org:6543/chat";

    @Test
    void everything_has_a_default() {
        ServerConfig config = read(Map.of());

        assertThat(config.environment()).isEqualTo(Environment.DEVELOPMENT);
        assertThat(config.web().host()).isEqualTo("0.0.0.0");
        assertThat(config.web().port()).isEqualTo(8000);
        assertThat(config.web().publicUrl()).isEmpty();
        assertThat(config.web().allowedOrigins()).hasSize(4).contains("http://localhost:3000", "http://127.0.0.1:5173");
        assertThat(config.web().language()).isEqualTo(Language.ZH);
        assertThat(config.database().external()).isEmpty();
        assertThat(config.dataDirectory()).isEqualTo(Path.of("./data"));
        assertThat(config.secretKey()).isEmpty();
        assertThat(config.lifetimes().access()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.lifetimes().refresh()).isEqualTo(Duration.ofDays(7));
        assertThat(config.live()).isEqualTo(new LiveConfig(5, Duration.ofSeconds(30), Duration.ofSeconds(60), 200));
        assertThat(config.maxMessageLength()).isEqualTo(4000);
        assertThat(config.log())
                .isEqualTo(new LogConfig(LogLevel.INFO, LogFormat.TEXT, Optional.empty(), Optional.empty()));
        assertThat(config.limits()).isEqualTo(LimitSettings.DEFAULT);
        assertThat(config.redis()).isEmpty();
        assertThat(config.web().trustedProxies()).isEmpty();
    }

    @Test
    void a_flag_goes_before_a_variable_and_a_blank_value_is_none() {
        ServerConfig config = ServerConfig.of(
                new Sources(Map.of(Setting.PORT, "1"), Map.of("PORT", "2", "HOST", " ", "MAX_MESSAGE_LENGTH", "3")));

        assertThat(config.web().port()).isEqualTo(1);
        assertThat(config.web().host()).isEqualTo("0.0.0.0");
        assertThat(config.maxMessageLength()).isEqualTo(3);
    }

    @Test
    void the_environment_goes_before_the_file() {
        ServerConfig config = ServerConfig.of(
                new Sources(Map.of(), Map.of("PORT", "1", "HOST", ""), Map.of("PORT", "2", "HOST", "127.0.0.1")));

        assertThat(config.web().port()).isEqualTo(1);
        assertThat(config.web().host()).isEqualTo("127.0.0.1");
    }

    @Test
    void no_limit_on_requests_switches_all_limits_off() {
        assertThat(read(Map.of("RATE_LIMIT_REQUESTS", "0")).limits()).isEqualTo(LimitSettings.OFF);
        assertThat(read(Map.of("RATE_LIMIT_REQUESTS", "10", "RATE_LIMIT_WINDOW", "5"))
                        .limits()
                        .requests())
                .contains(new Rate(10, Duration.ofSeconds(5)));
        assertThat(read(Map.of("REGISTRATIONS_PER_MINUTE", "7")).limits().registrations())
                .contains(new Rate(7, Duration.ofMinutes(1)));
    }

    @Test
    void redis_comes_as_a_url_or_in_parts_and_its_password_is_not_shown() {
        RedisSettings whole = read(Map.of("REDIS_URL", "rediss://:geheim@cache:6380/2", "REDIS_HOST", "other"))
                .redis()
                .orElseThrow();
        RedisSettings parts = read(Map.of("REDIS_HOST", "cache", "REDIS_PASSWORD", "ge#heim", "REDIS_DB", "3"))
                .redis()
                .orElseThrow();

        assertThat(whole.place()).isEqualTo("cache:6380");
        assertThat(parts).isEqualTo(RedisSettings.parse("redis://:ge%23heim@cache:6379/3"));
        assertThat(parts.password()).contains("ge#heim");
        assertThat(read(Map.of("REDIS_HOST", "::1")).redis()).contains(RedisSettings.parse("redis://[::1]:6379/0"));
        assertThat(faults(Map.of("REDIS_HOST", "ca che/x")))
                .containsExactly("REDIS_HOST must be a host name or an address.");
        assertThat(List.of(whole, parts).toString()).doesNotContain("heim");
        assertThat(faults(Map.of("REDIS_URL", "http://:geheim@cache")))
                .singleElement()
                .asString()
                .doesNotContain("geheim");
    }

    @Test
    void every_page_may_call_unless_in_production() {
        assertThat(read(Map.of("ALLOWED_ORIGINS", "*")).web().allowedOrigins()).containsExactly("*");
        assertThat(read(Map.of("ALLOWED_ORIGINS", "[\"*\"]")).web().allowedOrigins())
                .containsExactly("*");

        Map<String, String> production = new HashMap<>(production(SECRET));
        production.put("ALLOWED_ORIGINS", "*");
        assertThat(faults(production)).singleElement().asString().startsWith("ALLOWED_ORIGINS must name each origin");
    }

    @Test
    void production_logs_warnings_to_files() {
        LogConfig log = read(production(SECRET)).log();
        LogConfig named = read(Map.of("LOG_FILE", "a.log", "LOG_FORMAT", "json", "LOG_LEVEL", "error"))
                .log();

        assertThat(log.level()).isEqualTo(LogLevel.WARNING);
        assertThat(log.file()).contains(Path.of("./data/logs/chatsphere.log"));
        assertThat(log.accessFile()).contains(Path.of("./data/logs/access.log"));
        assertThat(faults(Map.of("LOG_FILE", "x/../a.log", "ACCESS_LOG_FILE", "./a.log")))
                .containsExactly("ACCESS_LOG_FILE must be another file than LOG_FILE.");
        assertThat(named)
                .isEqualTo(
                        new LogConfig(LogLevel.ERROR, LogFormat.JSON, Optional.of(Path.of("a.log")), Optional.empty()));
    }

    @Test
    void proxies_are_addresses_or_networks() {
        assertThat(read(Map.of("TRUSTED_PROXIES", "10.0.0.0/8, ::1")).web().trustedProxies())
                .containsExactly("10.0.0.0/8", "::1");
        assertThat(faults(Map.of("TRUSTED_PROXIES", "proxy.example.com,10.0.0.0/99,999.1.1.1,::1")))
                .hasSize(3);
    }

    @Test
    void all_faults_are_told_at_once() {
        List<String> faults = faults(Map.of(
                "ENVIRONMENT", "staging",
                "PORT", "65536",
                "DB_POOL_SIZE", "many",
                "ALLOWED_ORIGINS", "http://a.example,b.example,c",
                "PUBLIC_URL", "https://a.example/path",
                "WEBSOCKET_TIMEOUT", "30",
                "LOG_LEVEL", "loud",
                "DATABASE_URL", "mysql://anna:geheim@host/chat"));

        assertThat(faults)
                .hasSize(9)
                .anyMatch(fault -> fault.equals(
                        "ENVIRONMENT must be one of development, testing, production, and is \"staging\"."))
                .anyMatch(fault -> fault.equals("PORT must be a whole number from 0 to 65535, and is \"65536\"."))
                .noneMatch(fault -> fault.contains("geheim"));
    }

    @Test
    void production_refuses_what_is_not_safe() {
        assertThat(faults(Map.of("ENVIRONMENT", "production")))
                .containsExactly(
                        "DATABASE_URL must be set in production; the embedded PostgreSQL is for development.",
                        "SECRET_KEY must be set in production.");
        assertThat(faults(production("short-and-secret"))).containsExactly("SECRET_KEY must have at least 32 bytes.");
        assertThat(faults(production("your-secret-key-change-in-production")))
                .containsExactly("SECRET_KEY is a placeholder that others know too.");
        assertThat(faults(production("abc".repeat(20))))
                .containsExactly("SECRET_KEY repeats too few different characters.");
        assertThat(read(production(SECRET)).secretKey().orElseThrow().bytes()).hasSize(32);
    }

    @Test
    void development_takes_a_weak_secret() {
        assertThat(read(Map.of("SECRET_KEY", "weak")).secretKey().orElseThrow().weakness())
                .isPresent();
    }

    @Test
    void the_database_is_named_by_a_url_or_by_its_parts_and_the_url_wins() {
        assertThat(read(Map.of("DATABASE_URL", URL, "POSTGRES_HOST", "elsewhere"))
                        .database()
                        .external()
                        .orElseThrow()
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://db.example.org:6543/chat");
        var parts = read(Map.of("POSTGRES_PASSWORD", "geheim"))
                .database()
                .external()
                .orElseThrow();
        assertThat(parts.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/postgres");
        assertThat(parts.user()).contains("postgres");
        assertThat(parts.password()).contains("geheim");
    }

    @Test
    void secrets_may_stand_in_files(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        Path url = Files.writeString(folder.resolve("url"), URL + "\n");
        Path empty = Files.writeString(folder.resolve("empty"), "\n");

        ServerConfig config = read(Map.of("SECRET_KEY_FILE", secret.toString(), "DATABASE_URL_FILE", url.toString()));

        assertThat(config.secretKey().orElseThrow().bytes()).asString().isEqualTo(SECRET);
        assertThat(config.database().external()).isPresent();
        assertThat(faults(Map.of("SECRET_KEY_FILE", empty.toString())))
                .containsExactly("SECRET_KEY_FILE names an empty file: " + empty + ".");
        assertThat(faults(Map.of("SECRET_KEY_FILE", folder + "/none")))
                .containsExactly("SECRET_KEY_FILE names a file that cannot be read: " + folder + "/none.");
    }

    @Test
    void origins_are_a_json_list_or_divided_by_commas() {
        List<String> expected = List.of("https://a.example", "http://b.example:81");

        assertThat(origins("https://a.example/, http://b.example:81")).isEqualTo(expected);
        assertThat(origins("[\"https://a.example\", \"http://b.example:81/\"]")).isEqualTo(expected);
        assertThat(origins("HTTPS://A.Example:443,http://b.example:81")).isEqualTo(expected);
        assertThat(origins("http://[::1]:3000,http://c.example:80"))
                .containsExactly("http://[::1]:3000", "http://c.example");
        assertThat(read(Map.of("PUBLIC_URL", "https://a.example/")).web().publicUrl())
                .contains(URI.create("https://a.example"));
    }

    @Test
    void a_printed_configuration_holds_no_secret() {
        Map<String, String> environment = Map.of("SECRET_KEY", SECRET, "DATABASE_URL", URL);

        assertThat(read(environment).toString()).doesNotContain(SECRET).doesNotContain("geheim");
        assertThat(new Sources(Map.of(Setting.SECRET_KEY, SECRET), environment).toString())
                .doesNotContain(SECRET)
                .doesNotContain("geheim");
    }

    private static List<String> origins(String text) {
        return read(Map.of("ALLOWED_ORIGINS", text)).web().allowedOrigins();
    }

    private static Map<String, String> production(String secret) {
        return Map.of("ENVIRONMENT", "production", "DATABASE_URL", URL, "SECRET_KEY", secret);
    }

    private static ServerConfig read(Map<String, String> environment) {
        return ServerConfig.of(new Sources(Map.of(), environment));
    }

    private static List<String> faults(Map<String, String> environment) {
        return catchThrowableOfType(ConfigException.class, () -> read(environment))
                .faults();
    }
}
