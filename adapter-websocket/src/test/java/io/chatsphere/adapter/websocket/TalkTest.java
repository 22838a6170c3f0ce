package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.domain.id.UserId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TalkTest {
    private final UserId annaId = new UserId(UUID.randomUUID());
    private final UserId benId = new UserId(UUID.randomUUID());
    private ChatServer server;
    private WsClient anna;
    private WsClient ben;

    @BeforeEach
    void start() {
        server = ChatServer.start();
        anna = server.connect(annaId, "anna");
        ben = server.connect(benId, "ben");
    }

    @AfterEach
    void stop() {
        anna.close();
        ben.close();
        server.close();
    }

    @Test
    void what_one_says_in_general_reaches_everybody_the_speaker_too() {
        anna.send("send_message", "{\"content\":\" Hej 你好 😀 \",\"unknown\":[1,{}]}");
        for (WsClient client : new WsClient[] {anna, ben}) {
            JsonNode message = client.next("message");
            assertThat(message.path("content").asText()).isEqualTo("Hej 你好 😀");
            assertThat(message.path("chat_type").asText()).isEqualTo("room");
            assertThat(message.path("chat_id").asText()).isEqualTo("general");
            assertThat(message.path("room_id").asText()).isEqualTo("general");
            assertThat(message.path("from_user_id").asText()).isEqualTo(annaId.toString());
            assertThat(message.path("from_user").path("display_name").asText()).isEqualTo("The anna");
            assertThat(message.path("message_type").asText()).isEqualTo("text");
            assertThat(message.path("position").asLong()).isEqualTo(1);
            assertThat(message.path("revision").asLong())
                    .isEqualTo(message.path("prev").asLong() + 1);
            assertThat(message.path("created_at").asText()).isEqualTo("2024-01-01T00:00:00.120Z");
            assertThat(message.path("is_edited").asBoolean()).isFalse();
            assertThat(message.path("is_deleted").asBoolean()).isFalse();
            for (String absent :
                    new String[] {"to_user_id", "group_id", "reply_to_id", "client_message_id", "edited_at"}) {
                assertThat(message.has(absent) && message.get(absent).isNull())
                        .as(absent)
                        .isTrue();
            }
        }
    }

    @Test
    void a_message_with_an_id_of_the_client_is_acknowledged_to_its_sender_alone() {
        anna.send("send_message", "{\"content\":\"one\",\"client_message_id\":\"c-1\"}");
        JsonNode ack = anna.await("message_ack");
        JsonNode seen = ben.next("message");
        assertThat(ack.path("client_message_id").asText()).isEqualTo("c-1");
        assertThat(ack.path("id")).isEqualTo(seen.path("id"));
        assertThat(ack.path("position")).isEqualTo(seen.path("position"));
        assertThat(ack.path("revision")).isEqualTo(seen.path("revision"));
        assertThat(ack.path("created_at").asText()).isEqualTo("2024-01-01T00:00:00.120Z");
        assertThat(ack.path("chat_type").asText()).isEqualTo("room");
        assertThat(ack.path("chat_id").asText()).isEqualTo("general");
        assertThat(ack.path("duplicate").asBoolean()).isFalse();
    }

    @Test
    void a_retry_is_acknowledged_again_and_sent_once() {
        anna.send("send_message", "{\"content\":\"one\",\"client_message_id\":\"c-1\"}");
        JsonNode first = anna.await("message_ack");
        anna.send("send_message", "{\"content\":\"one\",\"client_message_id\":\"c-1\"}");
        JsonNode second = anna.await("message_ack");
        assertThat(second.path("duplicate").asBoolean()).isTrue();
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        anna.send("send_message", "{\"content\":\"another\",\"client_message_id\":\"c-1\"}");
        assertThat(anna.await("error").path("error").asText()).isEqualTo("message.client-id-reused");
        anna.send("send_message", "{\"content\":\"last\"}");
        assertThat(ben.next("message").path("content").asText()).isEqualTo("one");
        assertThat(ben.next("message").path("content").asText()).isEqualTo("last");
    }

    @Test
    void the_first_word_opens_a_private_chat_that_each_side_names_by_the_other() {
        anna.send(
                "send_message",
                "{\"content\":\"psst\",\"chat_type\":\"private\",\"chat_id\":\"" + benId
                        + "\",\"client_message_id\":\"p1\"}");
        JsonNode atBen = ben.await("message");
        assertThat(atBen.path("chat_type").asText()).isEqualTo("private");
        assertThat(atBen.path("chat_id").asText()).isEqualTo(annaId.toString());
        assertThat(atBen.path("to_user_id").asText()).isEqualTo(benId.toString());
        assertThat(atBen.path("room_id").isNull()).isTrue();
        ben.send("send_message", "{\"content\":\"yes?\",\"chat_type\":\"private\",\"chat_id\":\"" + annaId + "\"}");
        assertThat(ben.await("message").path("chat_id").asText()).isEqualTo(annaId.toString());
        JsonNode own = anna.await("message");
        JsonNode answer = anna.await("message");
        assertThat(own.path("content").asText()).isEqualTo("psst");
        assertThat(own.path("chat_id").asText()).isEqualTo(benId.toString());
        assertThat(answer.path("content").asText()).isEqualTo("yes?");
        assertThat(answer.path("chat_id").asText()).isEqualTo(benId.toString());
    }

    @Test
    void frames_that_arrive_together_are_handled_in_order_and_one_broken_spoils_none_beside_it() {
        StringBuilder burst = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            String content = i == 20 ? "  " : "m" + i;
            burst.append(frameText("{\"type\":\"send_message\",\"data\":{\"content\":\"" + content
                    + "\",\"client_message_id\":\"c" + i + "\"}}"));
        }
        burst.append(frameText("{\"type\":\"ping\"}"));
        anna.write(burst.toString().getBytes(StandardCharsets.ISO_8859_1));
        int answered = 0;
        for (JsonNode frame = anna.next(); !frame.path("type").asText().equals("pong"); frame = anna.next()) {
            if (frame.path("type").asText().equals("message")) {
                continue;
            }
            answered++;
            JsonNode data = frame.path("data");
            assertThat(data.path("client_message_id").asText()).isEqualTo("c" + answered);
            assertThat(frame.path("type").asText()).isEqualTo(answered == 20 ? "error" : "message_ack");
        }
        assertThat(answered).isEqualTo(40);
        for (int i = 1; i <= 40; i++) {
            if (i != 20) {
                assertThat(ben.next("message").path("content").asText()).isEqualTo("m" + i);
            }
        }
    }

    @Test
    void who_joins_a_room_gets_what_is_said_there_from_then_on() {
        ben.send("join_room", "{\"room_id\":\"tech\"}");
        ben.text("{\"type\":\"ping\"}");
        assertThat(ben.next().path("type").asText()).isEqualTo("pong");
        anna.send("send_message", "{\"content\":\"hello\",\"chat_id\":\"tech\"}");
        assertThat(ben.next("message").path("chat_id").asText()).isEqualTo("tech");
        ben.send("leave_room", "{\"room_id\":\"tech\"}");
        ben.send("send_message", "{\"content\":\"a picture\",\"chat_id\":\"tech\",\"message_type\":\"image\"}");
        assertThat(anna.await("message").path("content").asText()).isEqualTo("hello");
        assertThat(anna.await("message").path("message_type").asText()).isEqualTo("image");
    }

    @Test
    void what_was_sent_before_a_goodbye_is_still_sent() {
        anna.send("send_message", "{\"content\":\"bye\"}");
        anna.frame(WsClient.CLOSE, true, "");
        assertThat(ben.next("message").path("content").asText()).isEqualTo("bye");
        assertThat(anna.closeCode()).isEqualTo(1005);
    }

    private static String frameText(String text) {
        return new String(
                WsClient.frame(WsClient.TEXT, true, text.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.ISO_8859_1);
    }
}
