package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.limit.LimitSettings;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private static final String PAGE = "http://localhost:3000";
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String CREDENTIALS = "Access-Control-Allow-Credentials";

    private static Server server;
    private static Server open;

    @BeforeAll
    static void start() {
        server = server(PAGE, "https://chat.example.com");
        open = server("*", PAGE);
    }

    @AfterAll
    static void stop() {
        server.close();
        open.close();
    }

    private static Server server(String... origins) {
        return new Server(HttpSettings.of("1.2.3").withAllowedOrigins(List.of(origins)), LimitSettings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"GET, /health, 200", "GET, /api/v1/me, 401", "GET, /nothing, 404", "PUT, /health, 405"})
    void a_page_that_is_listed_may_read_every_answer_and_every_error(String method, String path, int status) {
        Answer answer = server.call(method, path).header("Origin", PAGE).send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header(ALLOWED)).isEqualTo(PAGE);
        assertThat(answer.header(CREDENTIALS)).isEqualTo("true");
        assertThat(answer.header("Access-Control-Expose-Headers").split(", "))
                .contains("X-Request-ID", "RateLimit", "RateLimit-Policy", "Retry-After");
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3001",
                "https://localhost:3000",
                "http://localhost:3000.evil.example",
                "http://LOCALHOST:3000",
                "null",
                ""
            })
    void any_other_page_is_told_nothing(String origin) {
        Answer answer = server.get("/health").header("Origin", origin).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header(ALLOWED)).isEmpty();
        assertThat(answer.header(CREDENTIALS)).isEmpty();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/auth/me, PUT", "/api/v1/messages/room/general, POST", "/nothing, DELETE"})
    void a_browser_that_asks_first_is_answered_for_every_address(String path, String method) {
        Answer answer = preflight(server, path, PAGE, method)
                .header("Access-Control-Request-Headers", "authorization,content-type,x-requested-with")
                .sendUndescribed();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header(ALLOWED)).isEqualTo(PAGE);
        assertThat(answer.header("Access-Control-Allow-Methods").split(", ")).contains(method);
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .isEqualTo("authorization,content-type,x-requested-with");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
        assertThat(answer.header("Vary")).contains("Origin", "Access-Control-Request-Headers");
        assertThat(answer.header("RateLimit")).isEmpty();
    }

    @Test
    void a_browser_that_asks_for_another_page_is_not_allowed() {
        Answer answer =
                preflight(server, "/api/v1/me", "https://evil.example", "GET").sendUndescribed();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header(ALLOWED)).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Methods")).isEmpty();
    }

    @Test
    void options_that_no_browser_asks_for_are_no_method_here() {
        Answer answer =
                server.call("OPTIONS", "/api/v1/me").header("Origin", PAGE).send();

        assertThat(answer.status()).isEqualTo(405);
    }

    @Test
    void with_a_wildcard_any_page_may_read_but_without_credentials() {
        Answer stranger =
                open.get("/health").header("Origin", "https://evil.example").send();
        Answer listed = open.get("/health").header("Origin", PAGE).send();
        Answer asked = preflight(open, "/api/v1/me", "https://evil.example", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .sendUndescribed();

        assertThat(stranger.header(ALLOWED)).isEqualTo("*");
        assertThat(stranger.header(CREDENTIALS)).isEmpty();
        assertThat(listed.header(ALLOWED)).isEqualTo(PAGE);
        assertThat(listed.header(CREDENTIALS)).isEqualTo("true");
        assertThat(asked.status()).isEqualTo(204);
        assertThat(asked.header(ALLOWED)).isEqualTo("*");
        assertThat(asked.header("Access-Control-Allow-Headers")).isEqualTo("authorization");
    }

    @Test
    void without_a_list_no_page_is_told_anything() {
        try (Server closed = server()) {
            Answer answer = closed.get("/health").header("Origin", PAGE).send();

            assertThat(answer.header(ALLOWED)).isEmpty();
        }
    }

    private static Call preflight(Server server, String path, String origin, String method) {
        return server.call("OPTIONS", path).header("Origin", origin).header("Access-Control-Request-Method", method);
    }
}
