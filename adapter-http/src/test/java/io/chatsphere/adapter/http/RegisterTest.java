package io.chatsphere.adapter.http;

import static io.chatsphere.adapter.http.Server.registration;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTest {
    private static final String REGISTER = "/api/v1/auth/register";

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
    @ValueSource(strings = {REGISTER, "/auth/register"})
    void an_account_is_made_and_signed_in(String path) {
        String name = path.equals(REGISTER) ? "张三丰" : "李四光";
        Answer answer = server.post(path, registration(name, path.length() + "@example.com"))
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(20001);
        assertThat(answer.text("/data/user/username")).isEqualTo(name);
        assertThat(answer.text("/data/user/oauth_provider")).isEqualTo("local");
        assertThat(answer.text("/data/token_type")).isEqualTo("bearer");
        assertThat(answer.body().at("/data/expires_in").intValue()).isEqualTo(1800);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(server.get("/api/v1/me")
                        .token(answer.text("/data/access_token"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_twenty_parallel_registrations_of_one_name_one_succeeds() throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String body = registration("racer", "racer" + i + "@example.com");
            calls.add(() -> server.post(REGISTER, body).send());
        }
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(19)
                .allSatisfy(answer -> assertThat(answer.error()).isEqualTo("user.username-taken"));
    }

    @Test
    void a_taken_address_is_a_conflict_in_any_case() {
        server.post(REGISTER, registration("first1", "Taken@Example.com")).send();
        Answer answer = server.post(REGISTER, registration("second2", "taken@example.COM"))
                .send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(41005);
        assertThat(answer.body().get("data").isNull()).isTrue();
    }

    @Test
    void all_faults_of_a_body_are_named_together() {
        Answer answer =
                server.post(REGISTER, """
                {"email": "nobody", "username": "a", "display_name": "A", "password": "secret-1"}""").header("Accept-Language", "en").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("user.email-invalid");
        assertThat(answer.fields()).isEqualTo("email,username");
        assertThat(answer.body().at("/data/field").isNull()).isTrue();
        assertThat(answer.text("/data/errors/1/message")).isEqualTo("A username has 3 to 50 letters or digits.");
    }

    @Test
    void a_missing_field_outweighs_a_wrong_one() {
        Answer answer = server.post(REGISTER, """
                {"email": "nobody", "username": "anna", "display_name": null}""").send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error()).isEqualTo("request.missing-field");
        assertThat(answer.fields()).isEqualTo("email,display_name,password");
    }

    @Test
    void a_weak_password_names_its_field() {
        Answer answer = server.post(REGISTER, """
                {"email": "w@example.com", "username": "weak", "display_name": "W", "password": "12345"}""").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(41007);
        assertThat(answer.text("/data/field")).isEqualTo("password");
        assertThat(answer.text("/message")).isEqualTo("密码至少需要 6 个字符。");
    }
}
