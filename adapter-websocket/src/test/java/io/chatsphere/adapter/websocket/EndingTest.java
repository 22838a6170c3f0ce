package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.SignedIn;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EndingTest {
    private final UserId anna = new UserId(UUID.randomUUID());

    @Test
    void one_connection_too_many_replaces_the_oldest() {
        try (ChatServer server = ChatServer.start()) {
            List<WsClient> clients = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                clients.add(server.connect(anna, "anna"));
            }
            assertThat(clients.getFirst().closeCode()).isEqualTo(4009);
            clients.getLast().send("send_message", "{\"content\":\"one\"}");
            for (WsClient client : clients.subList(1, 6)) {
                assertThat(client.next("message").path("content").asText()).isEqualTo("one");
                client.close();
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThat(server.chat.sessions()).isZero());
        }
    }

    @Test
    void a_connection_ends_with_its_token() {
        LiveSettings quick = new LiveSettings(5, Duration.ofMillis(50), Duration.ofSeconds(5));
        try (ChatServer server = new ChatServer(ChatServer.ENGLISH, quick);
                WsClient client = server.connect(anna, "anna")) {
            server.clock.advance(Duration.ofMinutes(31));
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }

    @Test
    void everybody_is_told_when_the_server_stops() {
        try (ChatServer server = ChatServer.start();
                WsClient one = server.connect("anna");
                WsClient two = server.connect("ben")) {
            server.chat.close();
            assertThat(one.next("reconnect").path("after_ms").asInt()).isBetween(1_000, 5_000);
            assertThat(one.closeCode()).isEqualTo(1012);
            assertThat(two.closeCode()).isEqualTo(1012);
            try (WsClient late =
                    WsClient.open(server.port(), "/ws?token=" + server.token(new UserId(UUID.randomUUID()), "late"))) {
                assertThat(late.closeCode()).isEqualTo(1012);
            }
        }
    }

    @Test
    void what_was_begun_is_answered_before_clients_are_told_that_the_server_stops() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        try (ChatServer server = ChatServer.start();
                WsClient client = server.connect(anna, "anna")) {
            server.bus.follow(general(server), (changes, origin) -> {
                begun.countDown();
                awaitQuietly(gate);
            });
            client.send("send_message", "{\"content\":\"begun\",\"client_message_id\":\"c-1\"}");
            awaitQuietly(begun);

            server.api.quiesce(Duration.ZERO);
            client.send("send_message", "{\"content\":\"too late\",\"client_message_id\":\"c-2\"}");
            try (WsClient late = WsClient.open(server.port(), "/ws?token=" + server.token(anna, "anna"))) {
                assertThat(late.closeCode()).isEqualTo(1012);
            }
            gate.countDown();
            server.api.quiesce(Duration.ofSeconds(30));
            server.chat.close();
            server.api.awaitGone(Duration.ofSeconds(30));

            assertThat(client.closeCode()).isEqualTo(1012);
            assertThat(client.all().stream()
                            .map(frame -> frame.path("type").asText())
                            .filter(List.of("message_ack", "reconnect")::contains))
                    .containsExactly("message_ack", "reconnect");
        }
    }

    private RoomId general(ChatServer server) {
        Caller caller = new Caller(anna, Optional.empty(), Optional.empty());
        return server.chat
                .rooms()
                .read()
                .handle(caller, new RoomAddress.Public(new Slug("general")))
                .id();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void who_is_silent_is_pinged_and_who_does_not_answer_is_cut_off() {
        WebSocketSettings.Timing hasty = new WebSocketSettings.Timing(
                Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(5));
        try (ChatServer server = new ChatServer(ChatServer.with(hasty, ChatServer.ENGLISH.incoming()));
                WsClient alive = server.connect("anna");
                WsClient dead = server.connect("ben").ignoringPings()) {
            assertThat(dead.closeCode()).isEqualTo(1001);
            assertThat(alive.isClosed()).isFalse();
            alive.text("{\"type\":\"ping\"}");
            assertThat(alive.next().path("type").asText()).isEqualTo("pong");
        }
    }

    @Test
    void a_slow_client_is_closed_and_nobody_else_notices() {
        WebSocketSettings small = new WebSocketSettings(
                new WebSocketSettings.Timing(
                        Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofMillis(500)),
                ChatServer.ENGLISH.incoming(),
                new WebSocketSettings.Outgoing(64, 1 << 20),
                WebSocketSettings.DEFAULT.origins(),
                WebSocketSettings.DEFAULT.language());
        try (ChatServer server = new ChatServer(small);
                WsClient quick = server.connect("anna");
                WsClient slow = WsClient.unread(server.port(), "/ws?token=" + server.token(anna, "slow"))) {
            Awaitility.await()
                    .untilAsserted(() -> assertThat(server.chat.sessions()).isEqualTo(2));
            String content = "{\"content\":\"" + "x".repeat(4_000) + "\"}";
            int sent = 0;
            while (server.chat.sessions() == 2) {
                assertThat(sent).as("messages until the slow one is closed").isLessThan(20_000);
                quick.send("send_message", content);
                assertThat(quick.next("message").path("position").asLong()).isEqualTo(++sent);
            }
            quick.send("send_message", content);
            assertThat(quick.next("message").path("position").asLong()).isEqualTo(sent + 1);
            slow.read();
            assertThat(slow.closeCode()).isIn(4008, -1);
        }
    }

    @Test
    void whose_login_ends_is_told_that_it_was_revoked() {
        try (ChatServer server = ChatServer.start()) {
            SignedIn signedIn = server.register("anna");
            try (WsClient client = WsClient.open(server.port(), "/ws?token=" + signedIn.accessToken())) {
                client.next("connection_established");
                server.chat
                        .logins()
                        .logOut()
                        .handle(server.chat.logins().authenticate().handle(signedIn.accessToken()));
                assertThat(client.closeCode()).isEqualTo(4003);
            }
            try (WsClient again = WsClient.open(server.port(), "/ws?token=" + signedIn.accessToken())) {
                assertThat(again.closeCode()).isEqualTo(4001);
            }
        }
    }

    @Test
    void who_is_warned_that_the_token_ends_goes_on_with_a_newer_one() {
        LiveSettings quick = new LiveSettings(5, Duration.ofMillis(50), Duration.ofSeconds(5));
        try (ChatServer server = new ChatServer(ChatServer.ENGLISH, quick);
                WsClient client = server.connect(anna, "anna")) {
            server.clock.advance(Duration.ofMinutes(29).plusSeconds(30));
            assertThat(client.next("token_expiring").path("seconds").asInt()).isBetween(29, 30);
            client.send("authenticate", "{\"token\":\"" + server.token(anna, "anna") + "\"}");
            client.settle();
            server.clock.advance(Duration.ofMinutes(29).plusSeconds(30));
            assertThat(client.next("token_expiring").path("seconds").asInt()).isBetween(29, 30);
            server.clock.advance(Duration.ofMinutes(1));
            assertThat(client.closeCode()).isEqualTo(4002);
        }
    }
}
