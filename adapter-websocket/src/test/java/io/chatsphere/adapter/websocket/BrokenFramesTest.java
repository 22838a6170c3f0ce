package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.domain.id.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrokenFramesTest {
    private static final List<String> BROKEN = List.of(
            "",
            " ",
            "hello",
            "{",
            "{}",
            "[]",
            "42",
            "null",
            "\"ping\"",
            "{\"type\":\"ping\"} x",
            "{\"type\":\"ping\",\"type\":\"ping\"}",
            "{\"type\":42}",
            "{\"type\":null}",
            "{\"type\":{\"a\":1}}",
            "{\"type\":\"no_such_type\"}",
            "{\"type\":\"typing\",\"data\":{\"is_typing\":true}}",
            "{\"type\":\"\\ud800\"}",
            "{\"type\":\"send_message\"}",
            "{\"type\":\"send_message\",\"data\":null}",
            "{\"type\":\"send_message\",\"data\":[]}",
            "{\"type\":\"send_message\",\"data\":\"x\"}",
            "{\"type\":\"send_message\",\"data\":{\"content\":7}}",
            "{\"type\":\"send_message\",\"data\":{\"content\":\"\"}}",
            "{\"type\":\"send_message\",\"data\":{\"content\":\"\\u0000\"}}",
            "{\"type\":\"send_message\",\"data\":{\"content\":\"\\ud800\"}}",
            "{\"type\":\"send_message\",\"data\":{\"content\":\"x\",\"chat_type\":\"channel\"}}",
            "{\"type\":\"send_message\",\"data\":{\"content\":\"x\",\"chat_type\":\"private\",\"chat_id\":\"me\"}}",
            "{\"type\":\"send_message\",\"data\":{\"content\":\"x\",\"chat_id\":\"../etc\"}}",
            "{\"type\":\"send_message\",\"data\":{\"content\":\"x\",\"chat_id\":\"nowhere\"}}",
            "{\"type\":\"send_message\",\"data\":{\"content\":\"x\",\"message_type\":\"video\"}}",
            "{\"type\":\"send_message\",\"data\":{\"content\":\"x\",\"reply_to_id\":\"1\"}}",
            "{\"type\":\"send_message\",\"data\":{\"content\":\"x\",\"client_message_id\":\"\"}}",
            "{\"type\":\"send_message\",\"data\":{\"content\":\"x\",\"client_message_id\":\"ü\"}}",
            "{\"type\":\"join_room\",\"data\":{}}",
            "{\"type\":\"join_room\",\"data\":{\"room_id\":\"nowhere\"}}",
            "{\"type\":\"leave_room\",\"data\":{\"room_id\":\"A B\"}}",
            "[".repeat(1_000),
            "{\"type\":\"ping\",\"data\":" + "[".repeat(50) + "]".repeat(50) + "}",
            "{\"type\":\"ping\",\"n\":" + "9".repeat(5_000) + "}",
            "\u0000\u0001");

    private ChatServer server = ChatServer.start();
    private WsClient anna;
    private WsClient ben;

    @BeforeEach
    void connect() {
        anna = server.connect("anna");
        ben = server.connect("ben");
    }

    @AfterEach
    void stop() {
        anna.close();
        ben.close();
        server.close();
    }

    /** Starts anew with other limits. */
    private void limit(WebSocketSettings settings) {
        stop();
        server = new ChatServer(settings);
        connect();
    }

    @Test
    void a_thousand_broken_frames_are_answered_each_and_harm_nobody() {
        for (int i = 0; i < 1_000; i++) {
            anna.text(BROKEN.get(i % BROKEN.size()));
            if (i % 100 == 0) {
                ben.send("send_message", "{\"content\":\"still here " + i + "\"}");
            }
        }
        anna.text("{\"type\":\"ping\"}");
        int errors = 0;
        for (JsonNode frame = anna.next(); !frame.path("type").asText().equals("pong"); frame = anna.next()) {
            errors += frame.path("type").asText().equals("error") ? 1 : 0;
        }
        assertThat(errors).isEqualTo(1_000);
        for (int i = 0; i < 1_000; i += 100) {
            assertThat(ben.next("message").path("content").asText()).isEqualTo("still here " + i);
        }
    }

    @Test
    void an_error_says_which_request_failed_and_why() {
        anna.send("send_message", "{\"content\":\"x\",\"chat_id\":\"nowhere\",\"client_message_id\":\"c9\"}");
        JsonNode error = anna.next("error");
        assertThat(error.path("error").asText()).isEqualTo("room.not-found");
        assertThat(error.path("code").asInt()).isEqualTo(42001);
        assertThat(error.path("message").asText()).isEqualTo("There is no such room.");
        assertThat(error.path("request_type").asText()).isEqualTo("send_message");
        assertThat(error.path("client_message_id").asText()).isEqualTo("c9");
        assertThat(error.has("retry_after")).isFalse();
        anna.send("send_message", "{\"content\":\"x\",\"message_type\":\"video\"}");
        assertThat(anna.next("error").path("code").asInt()).isEqualTo(42004);
        anna.text("[]");
        JsonNode nameless = anna.next("error");
        assertThat(nameless.path("error").asText()).isEqualTo("request.malformed");
        assertThat(nameless.get("request_type").isNull()).isTrue();
    }

    @Test
    void errors_are_told_in_the_language_that_was_asked_for() {
        String token = server.token(new UserId(UUID.randomUUID()), "chen");
        try (WsClient chen =
                WsClient.open(server.port(), "/ws?token=" + token, "Accept-Language: zh-CN,zh;q=0.9,en;q=0.5")) {
            chen.next("connection_established");
            chen.send("send_message", "{\"content\":\"x\",\"chat_id\":\"nowhere\"}");
            assertThat(chen.next("error").path("message").asText()).matches(".*\\p{IsHan}.*");
        }
    }

    @Test
    void endless_broken_frames_end_the_connection() {
        limit(ChatServer.settings(new WebSocketSettings.Incoming(100_000, 64, 64, 100, Optional.empty())));
        for (int i = 0; i < 2_000 && !anna.isClosed(); i++) {
            anna.text("{}");
        }
        assertThat(anna.closeCode()).isIn(1008, -1);
        ben.send("send_message", "{\"content\":\"fine\"}");
        assertThat(ben.next("message").path("content").asText()).isEqualTo("fine");
    }

    @Test
    void a_message_of_the_greatest_length_fits_even_when_all_of_it_is_escaped() {
        anna.send("send_message", "{\"content\":\"" + "\\ud83d\\ude00".repeat(4_000) + "\"}");
        assertThat(ben.next("message").path("content").asText()).isEqualTo("😀".repeat(4_000));
        anna.send("send_message", "{\"content\":\"" + "x".repeat(4_001) + "\"}");
        assertThat(anna.await("error").path("error").asText()).isEqualTo("message.too-long");
    }

    @Test
    void a_frame_that_is_too_big_ends_the_connection_before_it_is_read() {
        byte[] whole = WsClient.frame(WsClient.TEXT, true, new byte[200_000]);
        anna.write(Arrays.copyOf(whole, 20));
        assertThat(anna.closeCode()).isEqualTo(1009);
    }

    @Test
    void a_message_may_come_in_fragments_with_pings_between() {
        anna.frame(WsClient.TEXT, false, "{\"type\":\"send_message\",\"data\":");
        anna.frame(WsClient.PING, true, "are you there");
        anna.frame(WsClient.CONTINUATION, false, "{\"content\":\"in ");
        anna.frame(WsClient.CONTINUATION, true, "parts\"}}");
        assertThat(anna.nextPong()).isEqualTo("are you there");
        assertThat(ben.next("message").path("content").asText()).isEqualTo("in parts");
    }

    @Test
    void who_only_sends_pings_and_without_end_is_closed_and_nobody_else() {
        for (int i = 0; i < 5_000 && !anna.isClosed(); i++) {
            anna.frame(WsClient.PING, true, "");
        }
        assertThat(anna.closeCode()).isIn(1008, -1);
        ben.settle();
    }

    @Test
    void fragments_that_are_too_big_together_end_the_connection() {
        anna.frame(WsClient.TEXT, false, "x".repeat(100_000));
        anna.frame(WsClient.CONTINUATION, false, "x".repeat(100_000));
        assertThat(anna.closeCode()).isEqualTo(1009);
    }

    @Test
    void too_many_fragments_end_the_connection() {
        for (int i = 0; i <= 65; i++) {
            anna.frame(i == 0 ? WsClient.TEXT : WsClient.CONTINUATION, false, "");
        }
        assertThat(anna.closeCode()).isEqualTo(1008);
    }

    @Test
    void fragments_that_come_too_slowly_end_the_connection() {
        WebSocketSettings.Timing hasty = new WebSocketSettings.Timing(
                Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMillis(200), Duration.ofSeconds(5));
        limit(ChatServer.with(hasty, ChatServer.ENGLISH.incoming()));
        anna.frame(WsClient.TEXT, false, "{");
        assertThat(anna.closeCode()).isEqualTo(1008);
        assertThat(ben.isClosed()).isFalse();
    }

    @Test
    void what_breaks_the_protocol_ends_the_connection() {
        anna.frame(WsClient.BINARY, true, "bytes");
        assertThat(anna.closeCode()).isEqualTo(1003);
        ben.write(WsClient.frame(WsClient.TEXT, true, new byte[] {(byte) 0xC3, 0x28}));
        assertThat(ben.closeCode()).isEqualTo(1007);
        try (WsClient unmasked = server.connect("carl")) {
            byte[] text = "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8);
            byte[] frame = new byte[text.length + 2];
            frame[0] = (byte) 0x81;
            frame[1] = (byte) text.length;
            System.arraycopy(text, 0, frame, 2, text.length);
            unmasked.write(frame);
            assertThat(unmasked.closeCode()).isEqualTo(1002);
        }
    }
}
