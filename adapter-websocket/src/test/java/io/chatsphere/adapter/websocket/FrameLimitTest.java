package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.domain.limit.Rate;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The budget refills so slowly that nothing comes back during a test. */
class FrameLimitTest {
    private static final Rate SIXTY = new Rate(60, Duration.ofDays(1));

    private final ChatServer server = new ChatServer(
            ChatServer.settings(new WebSocketSettings.Incoming(100_000, 64, 64, 100, Optional.of(SIXTY))));
    private final WsClient anna = server.connect("anna");
    private final WsClient ben = server.connect("ben");

    @AfterEach
    void stop() {
        anna.close();
        ben.close();
        server.close();
    }

    private void spend() {
        for (int i = 0; i < 60; i++) {
            anna.text("{\"type\":\"ping\"}");
        }
        for (int i = 0; i < 60; i++) {
            anna.next();
        }
    }

    @Test
    void as_many_frames_as_the_budget_holds_are_done_and_the_next_is_refused() {
        for (int i = 0; i < 61; i++) {
            anna.send("send_message", "{\"content\":\"m" + i + "\",\"client_message_id\":\"c" + i + "\"}");
        }
        JsonNode error = anna.await("error");
        assertThat(error.path("error").asText()).isEqualTo("rate.limited");
        assertThat(error.path("code").asInt()).isEqualTo(40029);
        assertThat(error.path("request_type").asText()).isEqualTo("send_message");
        assertThat(error.path("client_message_id").asText()).isEqualTo("c60");
        assertThat(error.path("retry_after").asInt()).isPositive();
        ben.send("send_message", "{\"content\":\"the last\"}");
        for (int i = 0; i < 60; i++) {
            assertThat(ben.next("message").path("content").asText()).isEqualTo("m" + i);
        }
        assertThat(ben.next("message").path("content").asText()).isEqualTo("the last");
    }

    @Test
    void a_refused_client_still_hears_and_its_pings_are_answered() {
        spend();
        anna.send("join_room", "{\"room_id\":\"tech\"}");
        assertThat(anna.next("error").path("error").asText()).isEqualTo("rate.limited");
        anna.text("{\"type\":\"ping\"}");
        assertThat(anna.next().path("type").asText()).isEqualTo("pong");
        ben.send("send_message", "{\"content\":\"can you hear me\"}");
        assertThat(anna.next("message").path("content").asText()).isEqualTo("can you hear me");
    }

    @Test
    void who_goes_on_and_on_is_closed_and_nobody_else() {
        spend();
        for (int i = 0; i < 1_000 && !anna.isClosed(); i++) {
            anna.text(i % 2 == 0 ? "{\"type\":\"ping\"}" : "{\"type\":\"leave_room\",\"data\":{\"room_id\":\"tech\"}}");
        }
        assertThat(anna.closeCode()).isIn(1008, -1);
        ben.settle();
    }

    @Test
    void each_connection_has_a_budget_of_its_own() {
        spend();
        try (WsClient another = server.connect("carl")) {
            another.send("leave_room", "{\"room_id\":\"tech\"}");
            another.settle();
            assertThat(another.all())
                    .noneMatch(frame -> frame.path("type").asText().equals("error"));
        }
    }

    @Test
    void a_resume_counts_by_the_rooms_that_it_names() {
        String general = "{\"chat_type\":\"room\",\"chat_id\":\"general\",\"revision\":0}";
        String resume = "{\"epoch\":\"e\",\"rooms\":[" + String.join(",", Collections.nCopies(200, general)) + "]}";
        for (int i = 0; i < 2; i++) {
            anna.send("resume", resume);
            anna.next("resumed");
        }
        anna.send("resume", resume);
        JsonNode error = anna.next("error");
        assertThat(error.path("error").asText()).isEqualTo("rate.limited");
        assertThat(error.path("retry_after").asInt()).isPositive();
        anna.send("resume", "{\"epoch\":\"e\",\"rooms\":[" + general + "]}");
        anna.next("resumed");
    }
}
