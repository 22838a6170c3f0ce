package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.SignedIn;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
    private static ChatServer server;
    private final UserId anna = new UserId(UUID.randomUUID());
    private final String name = "anna" + anna.toString().substring(0, 8);

    @BeforeAll
    static void start() {
        server = ChatServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private WsClient open(String path, String... headers) {
        return WsClient.open(server.port(), path, headers);
    }

    @Test
    void a_good_token_is_greeted_first_of_all() {
        try (WsClient client = open("/ws?token=" + server.token(anna, name))) {
            JsonNode frame = client.next();
            assertThat(frame.path("type").asText()).isEqualTo("connection_established");
            assertThat(frame.path("timestamp").asText()).isEqualTo("2024-01-01T00:00:00.120Z");
            JsonNode data = frame.path("data");
            assertThat(data.path("user").path("id").asText()).isEqualTo(anna.toString());
            assertThat(data.path("user").path("username").asText()).isEqualTo(name);
            assertThat(data.path("user").path("display_name").asText()).isEqualTo("The " + name);
            assertThat(data.path("user").path("avatar_url").isNull()).isTrue();
            assertThat(data.path("heartbeat_seconds").asInt()).isEqualTo(30);
            assertThat(data.path("session_id").asText()).hasSize(36);
            assertThat(data.path("epoch").asText()).hasSize(36);
            assertThat(data.path("message").asText()).isNotEmpty();
        }
    }

    @Test
    void the_upgrade_sets_no_cookie_and_agrees_on_no_compression() {
        try (WsClient client = open("/ws?token=" + server.token(anna, name))) {
            assertThat(client.head())
                    .startsWith("HTTP/1.1 101")
                    .doesNotContainIgnoringCase("Set-Cookie")
                    .doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
        }
    }

    @Test
    void a_token_may_come_in_the_authorization_header() {
        try (WsClient client = open("/ws", "Authorization: bearer " + server.token(anna, name))) {
            client.next("connection_established");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws", "/ws?token=", "/ws?token=nonsense", "/ws?token=a.b.c", "/ws?x"})
    void who_has_no_good_token_is_upgraded_and_closed_at_once(String path) {
        try (WsClient client = open(path)) {
            assertThat(client.head()).startsWith("HTTP/1.1 101");
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ws?token=%zz", "/ws?token=%ff"})
    void an_address_that_is_none_is_a_bad_request(String path) {
        try (WsClient client = open(path)) {
            assertThat(client.head()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void an_expired_token_is_closed_at_once() {
        try (ChatServer own = ChatServer.start()) {
            String token = own.token(anna, name);
            own.clock.advance(Duration.ofHours(1));
            try (WsClient client = WsClient.open(own.port(), "/ws?token=" + token)) {
                assertThat(client.closeCode()).isEqualTo(4001);
            }
        }
    }

    @Test
    void a_token_whose_login_nobody_knows_is_closed_at_once() {
        String token = server.token(anna, name, Optional.of(new LoginId(UUID.randomUUID())));
        try (WsClient client = open("/ws?token=" + token)) {
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void frames_that_were_sent_before_the_refusal_are_not_handled() {
        try (WsClient client = open("/ws")) {
            client.text("{\"type\":\"ping\"}");
            client.send("join_room", "{\"room_id\":\"tech\"}");
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example.org",
                "null",
                "https://chat.example.org.evil.org",
                "https://chat.example.org:444",
                "http://localhost:3001",
                "http://",
                "x"
            })
    void a_foreign_page_is_refused_before_the_upgrade(String origin) {
        try (WsClient client = open("/ws?token=" + server.token(anna, name), "Origin: " + origin)) {
            assertThat(client.head()).startsWith("HTTP/1.1 403").doesNotContain("Set-Cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://chat.example.org", "https://CHAT.example.org:443", "http://localhost:3000"})
    void the_public_address_and_allowed_origins_are_let_in(String origin) {
        try (WsClient client = open("/ws?token=" + server.token(anna, name), "Origin: " + origin)) {
            client.next("connection_established");
        }
    }

    @Test
    void the_servers_own_pages_are_let_in_by_whatever_name_it_was_reached() {
        String own = "http://127.0.0.1:" + server.port();
        try (WsClient client = open("/ws?token=" + server.token(anna, name), "Origin: " + own)) {
            client.next("connection_established");
        }
        String token = server.token(anna, name);
        try (WsClient client = open("/ws?token=" + token, "Host: chat.local", "Origin: https://chat.local")) {
            client.next("connection_established");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat_server", "chat_server:8000", "a.b_c.local"})
    void a_host_may_have_a_name_that_no_uri_has(String host) {
        try (WsClient client = open("/ws?token=" + server.token(anna, name), "Host: " + host)) {
            client.next("connection_established");
        }
    }

    @Test
    void any_page_is_let_in_where_all_origins_are_allowed() {
        WebSocketSettings open = new WebSocketSettings(
                ChatServer.ENGLISH.timing(),
                ChatServer.ENGLISH.incoming(),
                ChatServer.ENGLISH.outgoing(),
                new WebSocketSettings.Origins(Optional.empty(), List.of("*")),
                ChatServer.ENGLISH.language());
        try (ChatServer own = new ChatServer(open)) {
            for (String origin : List.of("https://any.example.org", "null")) {
                String path = "/ws?token=" + own.token(anna, name);
                try (WsClient client = WsClient.open(own.port(), path, "Origin: " + origin)) {
                    client.next("connection_established");
                }
            }
        }
    }

    @Test
    void a_ticket_is_good_once() {
        SignedIn signedIn = server.register("ticket");
        Caller caller = server.chat.logins().authenticate().handle(signedIn.accessToken());
        String ticket =
                server.chat.logins().issueTicket().handle(caller).ticket().reveal();
        try (WsClient client = open("/ws?ticket=" + ticket)) {
            JsonNode data = client.next("connection_established");
            assertThat(data.path("user").path("username").asText()).isEqualTo("ticket");
        }
        try (WsClient client = open("/ws?ticket=" + ticket)) {
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void a_ticket_that_nobody_was_given_is_closed_at_once() {
        try (WsClient client = open("/ws?ticket=nonsense")) {
            assertThat(client.head()).startsWith("HTTP/1.1 101");
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void neither_tokens_nor_tickets_nor_texts_reach_the_log() {
        try (LogLines log = new LogLines()) {
            String good = server.token(anna, name);
            String origin = "Origin: http://evil.example.org";
            try (WsClient client = open("/ws?token=" + good)) {
                client.next("connection_established");
                client.send("authenticate", "{\"token\":\"private-one\"}");
                client.send("send_message", "{\"content\":\"private-two\"}");
                client.settle();
                client.frame(WsClient.BINARY, true, "private-three");
                client.closeCode();
            }
            for (String query : List.of("token=private-four", "ticket=private-five", "token=%zzprivate-six")) {
                for (String host : List.of("", "a_b", "a b", "a_b:x", "[::1")) {
                    open("/ws?" + query, "Host: " + host).close();
                }
                open("/ws?" + query).close();
                open("/ws?" + query, origin).close();
            }
            assertThat(log.lines()).noneMatch(line -> line.contains("private-") || line.contains(good));
        }
    }
}
