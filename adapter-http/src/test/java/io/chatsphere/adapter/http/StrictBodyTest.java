package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictBodyTest {
    private static Server server;
    private static String token;

    @BeforeAll
    static void start() {
        server = new Server();
        token = server.register("anna").token();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void a_body_that_is_not_one_json_object_cannot_be_read(String body) {
        Answer answer = create(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(40022);
        assertThat(answer.error()).isEqualTo("request.malformed");
        assertThat(answer.text("/data/field")).isEqualTo("body");
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                "   ",
                "null",
                "[]",
                "7",
                "\"name\"",
                "{\"name\": \"a\"",
                "{name: \"a\"}",
                "{\"name\": \"a\",}",
                "{\"name\": NaN}",
                "{\"name\": \"a\"} {}",
                "{\"name\": \"a\"} trailing",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": \"a\\u0\"}",
                "{\"" + "n".repeat(300) + "\": 1}",
                "{\"other\": " + "[".repeat(20_000));
    }

    @Test
    void a_whole_number_that_is_too_great_is_out_of_range() {
        Answer members = create("{\"name\": \"a\", \"max_members\": 99999999999}");
        Answer position = server.post(
                        "/api/v1/conversations/room/general/mark-read", "{\"position\": 100000000000000000000}")
                .token(token)
                .send();

        assertThat(members.status()).isEqualTo(400);
        assertThat(members.error()).isEqualTo("request.out-of-range");
        assertThat(members.fields()).isEqualTo("max_members");
        assertThat(position.status()).isEqualTo(400);
        assertThat(position.fields()).isEqualTo("position");
    }

    @ParameterizedTest
    @MethodSource("mistyped")
    void a_field_of_another_type_is_named(String body, String field) {
        Answer answer = create(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error()).isEqualTo("request.wrong-type");
        assertThat(answer.text("/data/field")).isEqualTo(field);
        assertThat(answer.fields()).isEqualTo(field);
    }

    static Stream<Arguments> mistyped() {
        return Stream.of(
                Arguments.of("{\"name\": 7}", "name"),
                Arguments.of("{\"name\": true}", "name"),
                Arguments.of("{\"name\": 1.5}", "name"),
                Arguments.of("{\"name\": {}}", "name"),
                Arguments.of("{\"name\": [\"a\"]}", "name"),
                Arguments.of("{\"name\": \"a\", \"max_members\": \"10\"}", "max_members"),
                Arguments.of("{\"name\": \"a\", \"max_members\": \"\"}", "max_members"),
                Arguments.of("{\"name\": \"a\", \"max_members\": 10.5}", "max_members"),
                Arguments.of("{\"name\": \"a\", \"max_members\": true}", "max_members"));
    }

    @Test
    void an_unknown_field_is_named() {
        Answer answer = create("{\"name\": \"a\", \"role\": \"owner\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("request.unknown-field");
        assertThat(answer.text("/data/field")).isEqualTo("role");
    }

    @Test
    void a_camel_case_spelling_is_unknown() {
        assertThat(create("{\"name\": \"a\", \"maxMembers\": 10}").error()).isEqualTo("request.unknown-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16"})
    void another_content_type_is_refused(String type) {
        Answer answer = server.call("POST", "/api/v1/rooms")
                .token(token)
                .body(type, BodyPublishers.ofString("{}"))
                .send();

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body().at("/code").intValue()).isEqualTo(40015);
    }

    @Test
    void utf_8_may_be_said_aloud() {
        Answer answer = server.call("POST", "/api/v1/rooms")
                .token(token)
                .body("application/JSON; charset=UTF-8", BodyPublishers.ofString("{\"name\": \"大厅\"}"))
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/name")).isEqualTo("大厅");
    }

    @Test
    void bytes_that_are_no_utf_8_cannot_be_read() {
        byte[] latin = "{\"name\": \"Café\"}".getBytes(StandardCharsets.ISO_8859_1);
        Answer answer = server.call("POST", "/api/v1/rooms")
                .token(token)
                .body("application/json", BodyPublishers.ofByteArray(latin))
                .send();

        assertThat(answer.error()).isEqualTo("request.malformed");
    }

    @Test
    void a_large_body_is_refused_with_and_without_a_length() {
        byte[] large = ("{\"name\": \"" + "a".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        Call sized = server.call("POST", "/api/v1/rooms").body("application/json", BodyPublishers.ofByteArray(large));
        Call chunked = server.call("POST", "/api/v1/rooms")
                .body("application/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

        for (Call call : new Call[] {sized, chunked}) {
            Answer answer = call.token(token).send();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.error()).isEqualTo("request.too-large");
        }
    }

    private static Answer create(String body) {
        return server.post("/api/v1/rooms", body).token(token).send();
    }
}
