package io.chatsphere.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.bootstrap.config.ServerConfig;
import io.chatsphere.bootstrap.config.Setting;
import io.chatsphere.bootstrap.config.Sources;
import io.chatsphere.bootstrap.error.StartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The composition in this process, on a database of its own. */
final class ChatServerTest {
    private final TestDatabase database = TestDatabase.empty();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        http.close();
        database.close();
    }

    @Test
    void requests_that_are_being_answered_finish_before_the_server_is_gone() {
        List<CompletableFuture<HttpResponse<String>>> answers;
        int port;
        try (ChatServer server = server(0)) {
            port = server.start();
            answers = Stream.of("anna", "bert", "cleo")
                    .map(name -> register(port, name))
                    .toList();
            CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join();
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(201));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(port, "/health"));
    }

    @Test
    void a_single_node_needs_no_redis_to_be_healthy() throws Exception {
        try (ChatServer server = server(0)) {
            assertThat(get(server.start(), "/health").body())
                    .contains("\"status\":\"healthy\"", "\"mode\":\"memory\"")
                    .doesNotContain("unhealthy", "degraded");
        }
    }

    @Test
    void a_server_whose_redis_is_away_starts_works_and_is_degraded() throws Exception {
        Map<Setting, String> away = Map.of(
                Setting.PORT,
                "0",
                Setting.HOST,
                "127.0.0.1",
                Setting.DATABASE_URL,
                database.url(),
                Setting.REDIS_URL,
                "redis://:geheim@127.0.0.1:1");
        try (ChatServer server = new ChatServer(config(away))) {
            int port = server.start();

            assertThat(register(port, "anna").join().statusCode()).isEqualTo(201);
            HttpResponse<String> health = get(port, "/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body())
                    .startsWith("{\"status\":\"degraded\"")
                    .contains("\"redis\":{\"status\":\"degraded\"}");
            assertThat(get(port, "/health/redis").statusCode()).isEqualTo(200);
            assertThat(get(port, "/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_start_that_fails_leaves_nothing_open() {
        try (ChatServer first = server(0)) {
            int port = first.start();
            try (ChatServer second = server(port)) {
                assertThatExceptionOfType(StartException.class)
                        .isThrownBy(second::start)
                        .withMessage("Another program listens on 127.0.0.1:" + port
                                + " already; stop it or choose another PORT.");
                second.awaitClose();
            }
        }
    }

    @Test
    void a_server_that_was_closed_does_not_start() {
        ChatServer server = server(0);
        server.close();

        assertThatExceptionOfType(StartException.class).isThrownBy(server::start);
    }

    @Test
    void a_database_that_turns_us_away_is_named_without_its_password() {
        String url = database.url().replaceFirst("/[^/?]+(\\?|$)", "/no_such_database$1");

        ServerConfig config = config(Map.of(Setting.DATABASE_URL, url));

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> Migration.run(config))
                .withMessage("PostgreSQL refuses the user, the password or the database name.");
    }

    @Test
    void a_port_that_nobody_may_take_is_named() throws IOException {
        try (ChatServer server = new ChatServer(
                config(Map.of(Setting.HOST, "192.0.2.1", Setting.DATABASE_URL, database.url(), Setting.PORT, "1")))) {
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(server::start)
                    .withMessageContaining("192.0.2.1:1");
        }
    }

    private ChatServer server(int port) {
        return new ChatServer(config(Map.of(
                Setting.PORT,
                Integer.toString(port),
                Setting.DATABASE_URL,
                database.url(),
                Setting.HOST,
                "127.0.0.1")));
    }

    private ServerConfig config(Map<Setting, String> flags) {
        return ServerConfig.of(new Sources(flags, Map.of("DATA_DIR", data.toString())));
    }

    private CompletableFuture<HttpResponse<String>> register(int port, String name) {
        String body = """
                {"email": "%1$s@example.org", "username": "%1$s", "display_name": "%1$s", "password": "secret"}
                """.formatted(name);
        return http.sendAsync(
                request(port, "/api/v1/auth/register")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient fresh = HttpClient.newHttpClient()) {
            return fresh.send(request(port, path).build(), BodyHandlers.ofString());
        }
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
