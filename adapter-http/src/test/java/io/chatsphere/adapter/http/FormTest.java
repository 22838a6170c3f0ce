package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms follow the rules of JSON bodies. */
class FormTest {
    private static final String BOUNDARY = "----b-1";

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
    @CsvSource({
        "display_name=A&role=admin, 400, request.unknown-field",
        "display_name=A&display_name=B, 422, request.malformed",
        "display_name=%zz, 422, request.malformed",
        "display_name=%4, 422, request.malformed",
        "display_name=%, 422, request.malformed",
        "display_name=%ff%fe, 422, request.malformed",
        "displayName=A, 400, request.unknown-field",
        "display_name=, 400, user.display-name-invalid",
        "display_name, 400, user.display-name-invalid",
    })
    void a_form_in_an_address_s_spelling_is_read_strictly(String form, int status, String error) {
        Answer answer = server.call("PUT", "/auth/me").form(form).token(token).send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "&&display_name=A&"})
    void empty_pairs_say_nothing(String form) {
        assertThat(server.call("PUT", "/auth/me").form(form).token(token).send().status())
                .isEqualTo(200);
    }

    @Test
    void a_form_in_parts_is_read() {
        Answer answer = multipart(part("display_name", "", "安娜 & Co") + part("bio", "", "first\nsecond") + end());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/display_name")).isEqualTo("安娜 & Co");
        assertThat(answer.text("/data/bio")).isEqualTo("first\nsecond");
    }

    @Test
    void a_form_in_parts_is_read_strictly() {
        String name = part("display_name", "", "A");

        assertThat(multipart(name + part("role", "", "admin") + end()).error()).isEqualTo("request.unknown-field");
        assertThat(multipart(name + name + end()).error()).isEqualTo("request.malformed");
        assertThat(multipart(name).error()).isEqualTo("request.malformed");
        assertThat(multipart("nonsense").error()).isEqualTo("request.malformed");
        assertThat(multipart(part("display_name", "; filename=\"a.txt\"", "A") + end())
                        .error())
                .isEqualTo("request.wrong-type");
        assertThat(send("multipart/form-data", name + end()).error()).isEqualTo("request.malformed");
    }

    @Test
    void a_form_is_bounded_like_every_body() {
        Answer answer = server.call("PUT", "/auth/me")
                .form("bio=" + "x".repeat(70_000))
                .token(token)
                .send();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(multipart(part("bio", "", "x".repeat(70_000)) + end()).status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded; charset=iso-8859-1",
                "application/x-www-form-urlencoded; charset",
                "application/x-www-form-urlencoded; charset=\"",
                "application/json; charset=\"",
                "application/json; charset=",
                "multipart/form-data; charset=?; boundary=\"",
                "nonsense; charset=\"",
                "nonsense"
            })
    void another_type_or_charset_is_refused(String type) {
        assertThat(send(type, "display_name=A").status()).isEqualTo(415);
    }

    @Test
    void utf_8_may_be_said_aloud() {
        assertThat(send("application/x-www-form-urlencoded; charset=UTF-8", "display_name=A")
                        .status())
                .isEqualTo(200);
    }

    private static Answer multipart(String body) {
        return send("multipart/form-data; boundary=\"" + BOUNDARY + "\"", body);
    }

    private static Answer send(String type, String body) {
        return server.call("PUT", "/auth/me")
                .body(type, BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                .token(token)
                .send();
    }

    private static String part(String name, String more, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + value
                + "\r\n";
    }

    private static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }
}
