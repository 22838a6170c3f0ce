package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.http.Server.Account;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    private static final String ME = "/api/v1/auth/me";
    private static final String FILLED = """
        {"display_name": "Anna", "avatar_url": "https://example.com/a.png", "bio": "Hi\\nthere"}""";

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

    @BeforeEach
    void fill() {
        assertThat(put(FILLED).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {ME, "/auth/me"})
    void what_is_left_out_stays(String path) {
        Answer answer = server.call("PUT", path)
                .json("{\"display_name\": \"安娜\"}")
                .token(anna.token())
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(20000);
        assertThat(answer.text("/data/display_name")).isEqualTo("安娜");
        assertThat(answer.text("/data/avatar_url")).isEqualTo("https://example.com/a.png");
        assertThat(answer.text("/data/bio")).isEqualTo("Hi\nthere");
        assertThat(server.get(ME).token(anna.token()).send().body().get("data"))
                .isEqualTo(answer.body().get("data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void nothing_takes_a_picture_and_a_text_away(String nothing) {
        Answer answer = put("{\"avatar_url\": %s, \"bio\": %s}".formatted(nothing, nothing));

        assertThat(answer.body().at("/data/avatar_url").isNull()).isTrue();
        assertThat(answer.body().at("/data/bio").isNull()).isTrue();
        assertThat(answer.text("/data/display_name")).isEqualTo("Anna");
    }

    @Test
    void a_form_can_change_and_clear() {
        Answer answer = server.call("PUT", ME)
                .form("display_name=%E5%AE%89+%E5%A8%9C&bio=&avatar_url=https%3A%2F%2Fexample.com%2Fb.png")
                .token(anna.token())
                .send();

        assertThat(answer.text("/data/display_name")).isEqualTo("安 娜");
        assertThat(answer.text("/data/avatar_url")).isEqualTo("https://example.com/b.png");
        assertThat(answer.body().at("/data/bio").isNull()).isTrue();
    }

    @Test
    void all_faults_are_named_and_nothing_is_changed_then() {
        Answer answer = put("{\"display_name\": \"\", \"avatar_url\": \"javascript:alert(1)\", \"bio\": \"%s\"}"
                .formatted("x".repeat(501)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).isEqualTo("display_name,avatar_url,bio");
        assertThat(server.get(ME).token(anna.token()).send().text("/data/display_name"))
                .isEqualTo("Anna");
    }

    @Test
    void nobody_smuggles_another_field_in() {
        assertThat(put("{\"email\": \"x@example.com\"}").error()).isEqualTo("request.unknown-field");
        assertThat(put("{\"is_active\": true}").error()).isEqualTo("request.unknown-field");
        assertThat(put("{\"bio\": 7}").error()).isEqualTo("request.wrong-type");
    }

    private static Answer put(String json) {
        return server.call("PUT", ME).json(json).token(anna.token()).send();
    }
}
