package io.chatsphere.bootstrap.config;

import io.chatsphere.adapter.postgres.PostgresConfig;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads where the database is: one URL, or its parts, or neither for the embedded one. */
final class DatabaseConfigReader {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_POOL = 1_000;
    /** PostgreSQL allows 100 connections unless told otherwise, and keeps some for itself. */
    private static final int MAX_EMBEDDED_POOL = 80;

    private static final int AN_HOUR_OF_SECONDS = 3_600;

    private final SettingReader settings;

    DatabaseConfigReader(SettingReader settings) {
        this.settings = settings;
    }

    DatabaseConfig read(Environment environment) {
        Optional<String> url = settings.secret(Setting.DATABASE_URL, Setting.DATABASE_URL_FILE);
        boolean embedded = url.isEmpty() && noParts();
        if (embedded && environment == Environment.PRODUCTION) {
            settings.fault(
                    Setting.DATABASE_URL, "must be set in production; the embedded PostgreSQL is for development.");
        }
        int poolSize = settings.number(Setting.DB_POOL_SIZE, 1, embedded ? MAX_EMBEDDED_POOL : MAX_POOL);
        Duration timeout = Duration.ofSeconds(settings.number(Setting.DATABASE_START_TIMEOUT, 0, AN_HOUR_OF_SECONDS));
        Optional<PostgresConfig> external = url.isPresent()
                ? url.flatMap(text -> settings.parsed(Setting.DATABASE_URL, text, PostgresConfig::parse))
                : Optional.of(embedded).filter(yes -> !yes).map(no -> ofParts());
        return new DatabaseConfig(external.map(config -> config.withPoolSize(poolSize)), poolSize, timeout);
    }

    private boolean noParts() {
        return Stream.of(
                        Setting.POSTGRES_HOST,
                        Setting.POSTGRES_PORT,
                        Setting.POSTGRES_USER,
                        Setting.POSTGRES_PASSWORD,
                        Setting.POSTGRES_PASSWORD_FILE,
                        Setting.POSTGRES_DB)
                .allMatch(part -> settings.find(part).isEmpty());
    }

    private PostgresConfig ofParts() {
        String user = settings.text(Setting.POSTGRES_USER);
        String database = settings.find(Setting.POSTGRES_DB).orElse(user);
        String place = settings.text(Setting.POSTGRES_HOST) + ":" + settings.number(Setting.POSTGRES_PORT, 1, MAX_PORT);
        return new PostgresConfig(
                "jdbc:postgresql://" + place + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8),
                Optional.of(user),
                settings.secret(Setting.POSTGRES_PASSWORD, Setting.POSTGRES_PASSWORD_FILE),
                PostgresConfig.DEFAULT_POOL_SIZE,
                PostgresConfig.DEFAULT_WRITERS);
    }
}
