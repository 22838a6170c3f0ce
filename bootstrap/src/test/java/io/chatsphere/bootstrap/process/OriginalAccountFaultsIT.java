package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatsphere.bootstrap.process.Person.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the original server got wrong about accounts and safety, each fault against the packaged server: none of them is there. */
final class OriginalAccountFaultsIT {
    private static final int MANY = 20;

    @TempDir
    private static Path data;

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        // Twenty tries of one account at once are more than the limits on guesses allow; they have tests of their own.
        server = ServerProcess.serve("--data-dir=" + data, "--rate-limit-requests=0");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void logout_oauth_and_half_the_documented_routes_did_not_work() {
        Person anna = Person.register(server.uri(), "aroutes");
        JsonNode paths = Person.get(server.uri(), "/openapi.json").get("paths");

        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String address = path.getKey().replaceAll("\\{[a-z_]+}", "01930a5e-0000-7000-8000-00000000000f");
                if (!address.matches(".*/(logout|docs|redoc).*") && address.startsWith("/api/")) {
                    Reply reply = anna.call(operation.getKey().toUpperCase(Locale.ROOT), address, Map.of());
                    assertThat(reply.error()).as(address).isNotIn("request.not-found", "request.method-not-allowed");
                    assertThat(reply.status()).as(address + reply.body()).isLessThan(500);
                }
            }
        }
        Reply oauth = Person.call(
                server.uri(),
                "POST",
                "/api/v1/auth/oauth2/login",
                Optional.empty(),
                Map.of("provider", "github", "access_token", "x"));
        assertThat(oauth.error()).isEqualTo("auth.provider-unknown");
        Person again = anna.logIn();
        assertThat(again.call("POST", "/api/v1/auth/logout").status()).isEqualTo(200);
        assertThat(again.call("GET", "/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void parallel_refresh_gave_several_valid_pairs() throws Exception {
        Person anna = Person.register(server.uri(), "arefresh");

        List<Reply> replies = AtOnce.run(
                MANY,
                i -> Person.call(
                        server.uri(),
                        "POST",
                        "/api/v1/auth/token/refresh",
                        Optional.empty(),
                        Map.of("refresh_token", anna.refreshToken())));

        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 200))
                .allMatch(reply -> reply.error().equals("auth.refresh-token-invalid"));
        assertThat(anna.call("GET", "/api/v1/me").status())
                .as("a race ends nothing")
                .isEqualTo(200);
    }

    @Test
    void a_registration_race_answered_500_with_sql_and_the_hash() throws Exception {
        List<Reply> replies = AtOnce.run(
                MANY,
                i -> Person.call(
                        server.uri(), "POST", "/api/v1/auth/register", Optional.empty(), Person.registration("asame")));

        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 201))
                .allMatch(reply -> reply.status() == 409 && reply.error().matches("user\\.(email|username)-taken"))
                .noneMatch(reply -> reply.body().toString().matches("(?s).*(insert|INSERT|constraint|\\$2a).*"));
    }

    @Test
    void negative_limit_500() {
        Person anna = Person.register(server.uri(), "alimit");

        for (String path : List.of("messages/room/general", "rooms", "conversations", "users/online")) {
            Reply reply = anna.call("GET", "/api/v1/" + path + "?limit=-1");
            assertThat(reply.status()).as(path).isEqualTo(400);
            assertThat(reply.body().at("/data/errors/0/field").asText()).isEqualTo("limit");
        }
    }

    @Test
    void default_secret_accepted_in_production() {
        try (ServerProcess refused = ServerProcess.run(
                "serve",
                "--environment=production",
                "--database-url=postgresql://nobody@127.0.0.1:1/none",
                "--secret-key=your-super-secret-key-here-your-super-secret")) {
            assertThat(refused.awaitEnd(Duration.ofMinutes(1))).isEqualTo(2);
            assertThat(refused.output()).contains("SECRET_KEY is a placeholder").doesNotContain("your-super-secret");
        }
    }

    @Test
    void tokens_and_message_texts_in_the_log() {
        Person anna = Person.register(server.uri(), "alog");
        try (LiveClient tab = anna.connect(new Heard())) {
            tab.say("1", "a very private thought");
            tab.sendText(
                    "{\"type\": \"send_message\", \"data\": {\"content\": 1, \"token\": \"" + anna.token() + "\"}}");
            anna.call("GET", "/api/v1/messages/room/general?token=" + anna.token());
            Patience.await().until(() -> !tab.messages().isEmpty());
        }

        assertThat(server.output())
                .doesNotContain("a very private thought")
                .doesNotContain(anna.token())
                .doesNotContain(anna.refreshToken())
                .doesNotContain(Person.password("alog"));
    }

    @Test
    void bcrypt_froze_all_sockets() throws Exception {
        Person anna = Person.register(server.uri(), "afreeze");
        Heard annas = new Heard();

        try (LiveClient tab = anna.connect(annas);
                ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> logins = IntStream.range(0, MANY)
                    .mapToObj(i -> others.submit(() -> Person.call(
                            server.uri(),
                            "POST",
                            "/api/v1/auth/login",
                            Optional.empty(),
                            Map.of("email", "afreeze", "password", "wrong " + i))))
                    .toList();
            tab.say("1", "while others sign in");
            annas.message("while others sign in");
            assertThat(logins.stream().filter(Future::isDone).count())
                    .as("the message was there before the logins were judged")
                    .isLessThan(MANY);
            for (Future<Reply> login : logins) {
                assertThat(login.get().status()).isIn(401, 503);
            }
        }
    }

    @Test
    void timing_told_existing_accounts() {
        Person.register(server.uri(), "atiming");

        Reply wrong = logIn("atiming");
        Reply unknown = logIn("nobody-at-all");

        // That both take one hash is proved where hashes are counted; here, that nothing of the answers differs.
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(without(wrong)).isEqualTo(without(unknown));
    }

    private static Reply logIn(String name) {
        return Person.call(
                server.uri(),
                "POST",
                "/api/v1/auth/login",
                Optional.empty(),
                Map.of("email", name, "password", "certainly wrong"));
    }

    private static JsonNode without(Reply reply) {
        return ((ObjectNode) reply.body().deepCopy()).without("request_id");
    }
}
