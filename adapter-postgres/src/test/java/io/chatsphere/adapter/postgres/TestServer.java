package io.chatsphere.adapter.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The server that a JVM's tests share. */
final class TestServer {
    /** The database that every server has. */
    static final String MAINTENANCE = "postgres";

    private static final String PLACEHOLDER = "{database}";
    private static final String URL = urlWithPlaceholder();

    private TestServer() {}

    static boolean isEmbedded() {
        return given().isEmpty();
    }

    static String url(String database) {
        return URL.replace(PLACEHOLDER, database);
    }

    static PostgresConfig config(String database) {
        return PostgresConfig.parse(url(database));
    }

    private static String urlWithPlaceholder() {
        return given().map(url -> url.replaceFirst("(?<=[^/:]/)[^/?]+", PLACEHOLDER))
                .orElseGet(TestServer::embedded);
    }

    private static Optional<String> given() {
        return Optional.ofNullable(System.getenv("CHATSPHERE_TEST_DATABASE_URL"))
                .filter(url -> !url.isBlank());
    }

    /** The library's own settings are quick and lose data; ours refuses such a server. Its own shutdown hook stops it. */
    private static String embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            return "postgresql://postgres@127.0.0.1:" + server.getPort() + "/" + PLACEHOLDER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
