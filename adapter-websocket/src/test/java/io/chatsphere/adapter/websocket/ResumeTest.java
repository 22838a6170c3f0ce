package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.room.RoomAddress;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who was away gets what they missed, then what is live. */
class ResumeTest {
    private final Town town = new Town();
    private final ResumingClient anna = town.client();

    @AfterEach
    void stop() {
        anna.close();
        town.close();
    }

    /** A group that Anna knows all of, having been there. */
    private RoomAddress knownGroup() {
        RoomAddress group = town.group(town.anna);
        anna.connect();
        town.say(group, "hello");
        anna.untilCursor(group, 1).leave();
        return group;
    }

    private static List<String> texts(List<JsonNode> frames) {
        return frames.stream().map(frame -> frame.at("/data/content").asText()).toList();
    }

    @Test
    void everything_that_was_missed_comes_in_order_and_then_what_is_live() {
        RoomAddress group = knownGroup();
        MessageId first = town.say(group, "one");
        MessageId second = town.say(group, "two");
        town.add(group, town.carl);
        town.rename(group, "Friends");
        town.edit(first, "eins");
        town.delete(second);
        town.remove(group, town.carl);
        anna.connect().untilLive(group);
        town.say(group, "live");
        anna.untilCursor(group, 9);

        assertThat(anna.types(group))
                .containsExactly("message", "room_updated", "message", "message_deleted", "member_left", "message");
        assertThat(texts(anna.taken(group))).containsExactly("hello", "", "eins", "", "", "live");
        assertThat(anna.gaps()).isZero();
        long cursor = 0;
        for (JsonNode frame : anna.taken(group)) {
            assertThat(frame.at("/data/prev").asLong()).isEqualTo(cursor);
            cursor = frame.at("/data/revision").asLong();
        }
    }

    @Test
    void what_was_sent_and_edited_meanwhile_is_new_and_what_was_known_is_updated() {
        RoomAddress group = town.group(town.anna);
        MessageId known = town.say(group, "known");
        anna.knowing(group, 1);
        MessageId fresh = town.say(group, "fresh");
        town.edit(fresh, "fresh and edited");
        town.edit(known, "known and edited");
        anna.connect().untilLive(group);

        assertThat(anna.types(group)).containsExactly("message", "message_updated");
        assertThat(texts(anna.taken(group))).containsExactly("fresh and edited", "known and edited");
        assertThat(anna.taken(group).getFirst().at("/data/is_edited").asBoolean())
                .isTrue();
    }

    @Test
    void each_of_several_chats_is_resumed_and_who_missed_nothing_is_live_at_once() {
        RoomAddress quiet = knownGroup();
        RoomAddress busy = town.group(town.anna);
        anna.knowing(busy, 0);
        town.say(busy, "one", 3);
        anna.connect().untilLive(quiet).untilLive(busy);

        assertThat(anna.cursor(quiet)).isEqualTo(1);
        assertThat(anna.types(busy)).containsExactly("message", "message", "message");
        assertThat(anna.gaps()).isZero();
    }

    @Test
    void a_chat_of_two_is_resumed_by_the_name_that_each_side_has_for_it() {
        RoomAddress toAnna = new RoomAddress.Direct(town.anna);
        RoomAddress toBen = new RoomAddress.Direct(town.ben());
        town.say(toAnna, "psst");
        anna.knowing(toBen, 0).connect().untilLive(toBen);

        assertThat(texts(anna.taken(toBen))).containsExactly("psst");
    }

    @Test
    void asked_twice_it_begins_anew_and_the_rules_leave_nothing_double() {
        RoomAddress group = town.group(town.anna);
        anna.knowing(group, 0).connect().untilLive(group);
        anna.leave();
        town.say(group, "missed", 400);
        anna.connect();
        String epoch = anna.connection().all().getFirst().at("/data/epoch").asText();
        anna.resume(epoch, List.of(ChatView.of(group)));
        town.say(group, "live");
        anna.untilCursor(group, 401);

        assertThat(anna.taken(group)).hasSize(401);
        assertThat(LongStream.rangeClosed(1, 401).boxed().toList())
                .isEqualTo(anna.taken(group).stream()
                        .map(frame -> frame.at("/data/position").asLong())
                        .toList());
    }

    @Test
    void after_a_thousand_changes_the_client_asks_again() {
        RoomAddress group = town.group(town.anna);
        anna.knowing(group, 0);
        town.say(group, "missed", 2_300);
        anna.connect().untilLive(group);

        List<JsonNode> told = anna.connection().all().stream()
                .filter(frame -> frame.path("type").asText().equals("resumed"))
                .toList();
        assertThat(told)
                .extracting(frame -> frame.at("/data/revision").asLong())
                .containsExactly(1_000L, 2_000L, 2_300L);
        assertThat(told)
                .extracting(frame -> frame.at("/data/complete").asBoolean())
                .containsExactly(false, false, true);
        assertThat(anna.taken(group)).hasSize(2_300);
        assertThat(anna.known() + anna.gaps()).isZero();
    }

    @Test
    void while_messages_flow_nothing_is_missing_and_nothing_double() throws InterruptedException {
        RoomAddress group = town.group(town.anna);
        anna.knowing(group, 0);
        Thread speaker = Thread.startVirtualThread(() -> {
            for (int i = 0; i < 300; i++) {
                town.say(group, "text", 10);
            }
        });
        for (int cursor = 300; cursor < 3_000; cursor += 600) {
            anna.connect().untilCursor(group, cursor);
            anna.leave();
        }
        anna.connect().untilCursor(group, 3_000);
        speaker.join();

        assertThat(anna.taken(group).stream()
                        .map(frame -> frame.at("/data/position").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 3_000).boxed().toList());
        assertThat(anna.types(group)).containsOnly("message");
    }

    @Test
    void the_list_of_conversations_is_told_of_as_when_live() {
        RoomAddress group = knownGroup();
        town.say(group, "missed", 500);
        anna.connect().untilLive(group);

        List<JsonNode> updates = anna.connection().all().stream()
                .filter(frame -> frame.path("type").asText().equals("conversation_updated"))
                .toList();
        assertThat(updates).isNotEmpty().hasSizeLessThan(100);
    }
}
