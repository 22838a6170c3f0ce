package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.http.Server.Account;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTest {
    private static final String REFRESH = "/api/v1/auth/token/refresh";

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
    @ValueSource(strings = {REFRESH, "/auth/token/refresh", "/auth/refresh"})
    void a_refresh_token_gives_new_tokens(String path) {
        Account account = server.register("user" + path.length());
        Answer answer = refresh(path, account.refreshToken());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(20000);
        assertThat(answer.text("/data/token_type")).isEqualTo("bearer");
        assertThat(answer.body().at("/data/expires_in").intValue()).isEqualTo(1800);
        assertThat(answer.text("/data/refresh_token")).isNotEqualTo(account.refreshToken());
        assertThat(server.statusOf(answer.text("/data/access_token"))).isEqualTo(200);
        assertThat(refresh(path, answer.text("/data/refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void of_parallel_uses_exactly_one_succeeds() throws Exception {
        Account account = server.register("parallel");
        Callable<Answer> call = () -> refresh(REFRESH, account.refreshToken());
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(10, call))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.error().equals("auth.refresh-token-invalid"))
                .hasSize(9);
        assertThat(server.statusOf(account.token())).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"refresh_token\": \"nonsense\"}', 400, auth.refresh-token-invalid",
        "'{\"refresh_token\": \"\"}', 400, auth.refresh-token-invalid",
        "{}, 422, request.missing-field",
        "'{\"refresh_token\": 7}', 422, request.wrong-type",
        "'{\"refresh_token\": \"x\", \"user\": \"y\"}', 400, request.unknown-field",
    })
    void anything_else_is_refused_but_never_with_401(String body, int status, String error) {
        Answer answer = server.post(REFRESH, body).send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/oauth2/login", "/auth/oauth2/login"})
    void no_other_provider_is_known(String path) {
        Answer answer = server.post(path, "{\"provider\": \"github\", \"access_token\": \"gho\"}")
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("auth.provider-unknown");
        assertThat(server.post(path, "{\"provider\": \"google\", \"id_token\": \"e\"}")
                        .send()
                        .error())
                .isEqualTo("auth.provider-unknown");
        assertThat(server.post(path, "{}").send().fields()).isEqualTo("provider,access_token");
    }

    private static Answer refresh(String path, String token) {
        return server.post(path, "{\"refresh_token\": \"%s\"}".formatted(token)).send();
    }
}
