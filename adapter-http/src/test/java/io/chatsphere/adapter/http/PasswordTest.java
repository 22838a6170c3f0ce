package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.http.Server.Account;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
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
    @ValueSource(strings = {"/api/v1/auth/change-password", "/auth/change-password"})
    void a_new_password_ends_all_other_sessions(String path) {
        String name = "user" + path.length();
        Account here = server.register(name);
        Account there = server.logIn(name, "secret-1");
        Answer answer = server.call("POST", path)
                .form("current_password=secret-1&new_password=secret-2")
                .token(here.token())
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/message")).isEqualTo("密码已修改。");
        assertThat(server.statusOf(here.token())).isEqualTo(200);
        assertThat(server.statusOf(there.token())).isEqualTo(401);
        assertThat(server.logIn(name, "secret-2").id()).isEqualTo(here.id());
        assertThat(server.logIn(name, "secret-1").id()).isEmpty();
    }

    @Test
    void a_wrong_current_password_is_no_reason_to_sign_anybody_out() {
        Account anna = server.register("anna");
        Answer answer = change(anna, "{\"current_password\": \"wrong-1\", \"new_password\": \"secret-2\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("auth.wrong-password");
        assertThat(answer.text("/data/field")).isEqualTo("current_password");
        assertThat(server.statusOf(anna.token())).isEqualTo(200);
    }

    @Test
    void guessing_is_held_up() {
        Account anna = server.register("guessed");
        String guess = "{\"current_password\": \"wrong-1\", \"new_password\": \"secret-2\"}";
        for (int i = 0; i < 5; i++) {
            assertThat(change(anna, guess).status()).isEqualTo(400);
        }
        Answer answer = change(anna, guess);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    @Test
    void faults_bear_the_names_of_the_fields() {
        Account anna = server.register("faulty");

        assertThat(change(anna, "{\"current_password\": \"secret-1\", \"new_password\": \"12345\"}")
                        .text("/data/field"))
                .isEqualTo("new_password");
        assertThat(change(anna, "{\"current_password\": \"\", \"new_password\": \"%s\"}".formatted("x".repeat(73)))
                        .fields())
                .isEqualTo("current_password,new_password");
        assertThat(change(anna, "{}").fields()).isEqualTo("current_password,new_password");
    }

    private static Answer change(Account account, String json) {
        return server.post("/api/v1/auth/change-password", json)
                .token(account.token())
                .send();
    }
}
