package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.limit.LimitSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no decent client sends: it is refused in our form, and the server lives on. */
class RawRequestTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = new Server(
                HttpSettings.of("1.2.3").withAllowedOrigins(List.of("http://localhost:3000")), LimitSettings.DEFAULT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /%zz HTTP/1.1", "GET /health%2Flive HTTP/1.1", "GET /%c3%28 HTTP/1.1", "GET /..;/a HTTP/1.1"
            })
    void an_address_that_cannot_be_read_is_a_bad_request_in_our_form(String line) throws IOException {
        String answer = send(line + "\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertOurs(answer);
        assertThat(answer).containsPattern("HTTP/1.1 40[04] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=%zz", "limit=%ff", "limit=%", "after=%00"})
    void a_query_that_cannot_be_read_is_refused_in_our_form(String query) throws IOException {
        String token =
                server.register("q" + Integer.toHexString(query.hashCode())).token();
        String answer = send("GET /api/v1/rooms?" + query + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\n\r\n");

        assertOurs(answer);
        assertThat(answer).containsPattern("HTTP/1.1 4(00|22) ");
    }

    @Test
    void a_body_that_breaks_its_framing_is_refused_in_our_form() throws IOException {
        String answer = send("""
                POST /api/v1/auth/login HTTP/1.1\r
                Host: a\r
                Content-Type: application/json\r
                Transfer-Encoding: chunked\r
                Connection: close\r
                \r
                zz\r
                {}\r
                """);

        assertOurs(answer);
        assertThat(answer).containsPattern("HTTP/1.1 4(00|22) ");
    }

    @Test
    void headers_that_are_too_large_are_refused_in_our_form() throws IOException {
        String answer = send("GET / HTTP/1.1\r\nHost: a\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ");
        assertOurs(answer);
    }

    @Test
    void a_page_may_read_even_such_a_refusal() throws IOException {
        String answer = send(
                "GET /health%2Flive HTTP/1.1\r\nHost: a\r\nOrigin: http://localhost:3000\r\nConnection: close\r\n\r\n");

        assertOurs(answer);
        assertThat(answer).containsIgnoringCase("Access-Control-Allow-Origin: http://localhost:3000");
    }

    @Test
    void the_head_of_an_answer_can_be_asked_for_alone() throws IOException {
        String answer = send("HEAD /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
    }

    private static void assertOurs(String answer) {
        assertThat(answer)
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .containsIgnoringCase("X-Request-ID: ")
                .containsPattern("Content-Type: application/json")
                .contains("\"request_id\":\"")
                .doesNotContain("Jetty", "jetty", "Exception", "at org.");
        assertThat(server.get("/health/live").send().status()).isEqualTo(200);
    }

    private static String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
