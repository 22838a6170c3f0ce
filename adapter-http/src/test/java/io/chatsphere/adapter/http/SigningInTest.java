package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chatsphere.adapter.http.Server.Account;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningInTest {
    private static Server server;
    private static Account anna;

    @BeforeAll
    static void start() {
        server = new Server();
        anna = server.register("anna");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/auth/login, anna@example.com",
        "/auth/login, ANNA",
        "/auth/login, Anna@Example.COM",
        "/auth/login, ａｎｎａ",
    })
    void an_account_signs_in_by_address_or_name_in_any_spelling(String path, String handle) {
        Answer answer = logIn(path, handle, "secret-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(20000);
        assertThat(answer.text("/data/user/id")).isEqualTo(anna.id());
    }

    @Test
    void an_unknown_account_and_a_wrong_password_get_the_same_answer() {
        Answer unknown = logIn("/api/v1/auth/login", "nobody", "secret-1");
        Answer wrong = logIn("/api/v1/auth/login", "anna", "secret-2");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body().at("/code").intValue()).isEqualTo(41003);
        assertThat(unknown.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(withoutRequestId(wrong)).isEqualTo(withoutRequestId(unknown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/me", "/auth/me"})
    void ones_account_comes_coded(String path) {
        Answer answer = server.get(path).token(anna.token()).send();

        assertThat(answer.body().at("/code").intValue()).isEqualTo(20000);
        assertThat(answer.text("/data/email")).isEqualTo("anna@example.com");
        assertThat(answer.body().at("/data/last_seen").isNull()).isTrue();
    }

    @Test
    void ones_account_comes_as_a_success() {
        Answer answer = server.get("/api/v1/me").token(anna.token()).send();

        assertThat(answer.body().at("/success").booleanValue()).isTrue();
        assertThat(answer.text("/data/id")).isEqualTo(anna.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/validate-token", "/auth/validate-token"})
    void a_good_token_is_valid(String path) {
        Answer answer = server.get(path).token(anna.token()).send();

        assertThat(answer.body().at("/valid").booleanValue()).isTrue();
        assertThat(answer.text("/user_id")).isEqualTo(anna.id());
    }

    @Test
    void the_scheme_may_be_spelled_in_any_case() {
        assertThat(server.get("/api/v1/me")
                        .header("Authorization", "bEARER  " + anna.token())
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void without_a_token_one_is_asked_to_sign_in() {
        Answer missing = server.get("/api/v1/me").send();
        Answer otherScheme =
                server.get("/api/v1/me").header("Authorization", "Basic YTpi").send();

        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.body().at("/code").intValue()).isEqualTo(40001);
        assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(otherScheme.error()).isEqualTo("auth.required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", ""})
    void a_bad_token_is_refused(String token) {
        Answer answer = server.get("/api/v1/auth/validate-token")
                .header("Authorization", "Bearer " + token + " ")
                .send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error()).isIn("auth.token-invalid", "auth.required");
    }

    @Test
    void a_bad_token_does_not_matter_where_none_is_needed() {
        assertThat(server.get("/health").token("x").send().status()).isEqualTo(200);
    }

    private static Answer logIn(String path, String handle, String password) {
        return server.post(path, "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(handle, password))
                .send();
    }

    private static ObjectNode withoutRequestId(Answer answer) {
        ObjectNode body = answer.body().deepCopy();
        body.remove("request_id");
        return body;
    }
}
