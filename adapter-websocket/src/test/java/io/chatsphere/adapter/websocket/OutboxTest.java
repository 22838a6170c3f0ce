package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chatsphere.adapter.websocket.frame.ServerFrames;
import io.chatsphere.application.delivery.Delivery;
import io.chatsphere.application.delivery.Notice;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.Slug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Notice TYPING =
            new Notice(new Notice.Body.Typing(People.BEN, new RoomAddress.Public(People.GENERAL), true));
    private static final Notice EXPIRING = new Notice(new Notice.Body.TokenExpiring(Duration.ofSeconds(9)));

    private static Deliveries deliveries;

    private final ServerFrames frames = new ServerFrames(new SettableClock(), Duration.ofSeconds(30));
    private final RecordingSink sink = new RecordingSink();
    private final Outbox outbox = outbox(1_000);

    @BeforeAll
    static void open() {
        deliveries = new Deliveries();
    }

    @AfterAll
    static void close() {
        deliveries.close();
    }

    private Outbox outbox(int bound) {
        return new Outbox(new Outflow(sink, new WebSocketSettings.Outgoing(bound, 1 << 20)), frames);
    }

    /** Types of what was sent since this was asked last, and of updates the room and message. */
    private List<String> sent() {
        outbox.flush();
        outbox.outflow().written();
        List<String> sent = new ArrayList<>();
        for (String text : sink.sent) {
            JsonNode frame = json(text.substring(0, text.length() - 1));
            JsonNode data = frame.path("data");
            sent.add(frame.path("type").asText()
                    + (data.has("message_id")
                            ? " " + data.path("chat_id").asText() + " "
                                    + data.path("message_id").asText()
                            : ""));
        }
        sink.sent.clear();
        return sent;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Delivery said(String room) {
        return deliveries.next(room);
    }

    private static String update(String room, Delivery delivery) {
        return "conversation_updated " + room + " " + Deliveries.messageId(delivery);
    }

    @Test
    void the_first_update_comes_at_once_behind_its_message() {
        Delivery first = said("general");
        assertThat(outbox.offer(first)).isTrue();
        assertThat(sent()).containsExactly("message", update("general", first));
    }

    @Test
    void then_each_conversation_that_changed_is_told_of_once_a_second() {
        outbox.offer(said("general"));
        outbox.offer(said("general"));
        outbox.offer(said("tech"));
        Delivery lastInGeneral = said("general");
        Delivery lastInTech = said("tech");
        outbox.offer(lastInGeneral);
        outbox.offer(lastInTech);
        assertThat(sent()).filteredOn(type -> type.startsWith("conversation")).hasSize(1);
        outbox.secondPassed();
        assertThat(sent()).containsExactly(update("general", lastInGeneral), update("tech", lastInTech));
    }

    @Test
    void while_much_is_said_updates_come_with_each_second_and_after_a_quiet_one_at_once_again() {
        outbox.offer(said("general"));
        outbox.offer(said("general"));
        outbox.secondPassed();
        sent();
        Delivery next = said("general");
        outbox.offer(next);
        assertThat(sent()).containsExactly("message");
        outbox.secondPassed();
        assertThat(sent()).containsExactly(update("general", next));
        outbox.secondPassed();
        assertThat(sent()).isEmpty();
        Delivery late = said("general");
        outbox.offer(late);
        assertThat(sent()).containsExactly("message", update("general", late));
    }

    @Test
    void nothing_of_a_room_comes_behind_its_removal() {
        outbox.offer(said("general"));
        outbox.offer(said("tech"));
        outbox.notice(new Notice(new Notice.Body.RoomRemoved(new RoomAddress.Public(new Slug("tech")))));
        sent();
        outbox.secondPassed();
        assertThat(sent()).isEmpty();
    }

    @Test
    void all_who_get_a_change_share_its_bytes() {
        Delivery delivery = said("general");
        assertThat(delivery.encoded(frames.changes())).isSameAs(delivery.encoded(frames.changes()));
        assertThat(delivery.encoded(frames.changes()).update().orElseThrow().frame())
                .isSameAs(delivery.encoded(frames.changes())
                        .update()
                        .orElseThrow()
                        .frame());
    }

    @Test
    void a_notice_is_sent_at_once() {
        outbox.notice(TYPING);
        assertThat(sink.sent).hasSize(1);
    }

    @Test
    void what_matters_least_gives_way_when_the_way_is_half_full() {
        Outbox small = outbox(6);
        for (int i = 0; i < 3; i++) {
            small.notice(EXPIRING);
        }
        small.notice(TYPING);
        small.notice(EXPIRING);
        small.outflow().written();
        assertThat(sink.sent).hasSize(4).noneMatch(frame -> frame.contains("typing"));
        assertThat(sink.closed).isEmpty();
        small.outflow().written();
        small.notice(TYPING);
        assertThat(sink.sent).hasSize(5);
    }

    @Test
    void who_has_no_room_for_what_matters_is_closed_as_too_slow() {
        Outbox small = outbox(2);
        small.notice(EXPIRING);
        small.notice(EXPIRING);
        assertThat(sink.closed).isEmpty();
        small.notice(EXPIRING);
        assertThat(sink.closed).containsExactly(CloseReason.TOO_SLOW);
    }

    @Test
    void updates_that_find_no_room_close_as_too_slow_and_are_never_left_out() {
        Outbox small = outbox(3);
        small.offer(said("general"));
        small.offer(said("general"));
        assertThat(sink.closed).isEmpty();
        small.secondPassed();
        assertThat(sink.closed).containsExactly(CloseReason.TOO_SLOW);
    }
}
