package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.health.HealthCheck;
import io.chatsphere.application.health.HealthCheck.Health;
import io.chatsphere.application.limit.LimitSettings;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorAnswerTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = new Server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api/v1/nothing", "/api/v1/rooms/a/b", "/favicon.ico"})
    void an_unknown_address_is_not_found(String path) {
        Answer answer = server.get(path).send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(40004);
        assertThat(answer.error()).isEqualTo("request.not-found");
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /api/v1/rooms, 'GET, POST'", "GET, /auth/login, POST", "PUT, /health, GET"})
    void a_method_that_an_address_lacks_is_refused_with_those_it_has(String method, String path, String allowed) {
        Answer answer = server.call(method, path).send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(40005);
        assertThat(answer.header("Allow").split(", *")).contains(allowed.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Please sign in.",
                "en-US,en;q=0.9,zh;q=0.8 | Please sign in.",
                "fr, en;q=0.5 | Please sign in.",
                "zh-CN,zh;q=0.9,en;q=0.8 | 请先登录。",
                "fr | 请先登录。",
                "en;q=0, * | 请先登录。",
                "rubbish;;q=x,, | 请先登录。",
            })
    void the_text_is_in_the_language_that_is_asked_for(String header, String message) {
        Answer answer =
                server.get("/api/v1/me").header("Accept-Language", header).send();

        assertThat(answer.text("/message")).isEqualTo(message);
        assertThat(answer.header("Vary")).contains("Accept-Language");
    }

    @Test
    void a_harmless_request_id_is_kept_on_answers_and_errors() {
        Answer well =
                server.get("/health/live").header("X-Request-ID", "a.b-1:2_c").send();
        Answer refused =
                server.get("/nothing").header("X-Request-ID", "a.b-1:2_c").send();

        assertThat(well.header("X-Request-ID")).isEqualTo("a.b-1:2_c");
        assertThat(refused.header("X-Request-ID")).isEqualTo("a.b-1:2_c");
        assertThat(refused.text("/request_id")).isEqualTo("a.b-1:2_c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "\"", "{}"})
    void any_other_request_id_is_replaced(String sent) {
        Answer answer = server.get("/nothing").header("X-Request-ID", sent).send();

        assertThat(answer.text("/request_id")).isNotEqualTo(sent).isEqualTo(answer.header("X-Request-ID"));
        assertThat(server.get("/nothing")
                        .header("X-Request-ID", "x".repeat(101))
                        .send()
                        .text("/request_id"))
                .hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/api/v1/me"})
    void every_answer_carries_security_headers(String path) {
        Answer answer = server.get(path).send();

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void who_came_over_tls_to_a_trusted_proxy_shall_keep_to_it() {
        HttpSettings behindProxy = HttpSettings.of("1.2.3").withTrustedProxies(List.of("127.0.0.1"));
        try (Server proxied = new Server(behindProxy, LimitSettings.DEFAULT)) {
            assertThat(proxied.get("/nothing")
                            .header("X-Forwarded-Proto", "https")
                            .send()
                            .header("Strict-Transport-Security"))
                    .isEqualTo("max-age=31536000");
            assertThat(proxied.get("/nothing").send().header("Strict-Transport-Security"))
                    .isEmpty();
        }
        assertThat(server.get("/nothing")
                        .header("X-Forwarded-Proto", "https")
                        .send()
                        .header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void a_defect_is_an_internal_error_that_tells_nothing() {
        assertDefect(() -> {
            throw new IllegalStateException("secret detail");
        });
    }

    @Test
    void even_a_grave_defect_is_an_internal_error_that_tells_nothing() {
        assertDefect(() -> {
            throw new StackOverflowError("secret detail");
        });
    }

    private static void assertDefect(Supplier<Health> defect) {
        try (Server broken = new Server(new Failing("database", defect))) {
            Answer answer =
                    broken.get("/health").header("X-Request-ID", "defect-1").send();

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.error()).isEqualTo("internal");
            assertThat(answer.text("/request_id")).isEqualTo("defect-1");
            assertThat(answer.body().toString()).doesNotContain("secret", "Exception", "io.chatsphere");
        }
    }

    /** A part that breaks its contract. */
    private record Failing(String name, Supplier<Health> defect) implements HealthCheck {
        @Override
        public Health check() {
            return defect.get();
        }
    }
}
