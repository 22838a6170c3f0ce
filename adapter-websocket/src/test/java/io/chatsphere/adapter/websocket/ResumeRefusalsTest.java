package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.application.message.ChatView;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.RoomAddress;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be resumed, and what nobody may see. */
class ResumeRefusalsTest {
    private final Town town = new Town();
    private final ResumingClient anna = town.client();

    @AfterEach
    void stop() {
        anna.close();
        town.close();
    }

    private JsonNode resumed(String epoch, RoomAddress chat, long cursor) {
        anna.knowing(chat, cursor).resume(epoch, List.of(ChatView.of(chat)));
        return anna.connection().next("resumed");
    }

    private String epoch() {
        return anna.connection().all().getFirst().at("/data/epoch").asText();
    }

    private static void assertReset(JsonNode resumed, long revision) {
        assertThat(resumed.path("reset").asBoolean()).isTrue();
        assertThat(resumed.path("complete").asBoolean()).isTrue();
        assertThat(resumed.path("revision").asLong()).isEqualTo(revision);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00000000-0000-0000-0000-000000000000", "01930a5e-0000-7000-8000-00000000000f", "", "yesterday"})
    void a_cursor_of_another_epoch_is_reset_and_the_chat_goes_on_live(String foreign) {
        RoomAddress group = town.group(town.anna);
        town.say(group, "missed", 5);
        anna.connect();
        assertReset(resumed(foreign, group, 2), 5);
        town.say(group, "live");

        assertThat(anna.connection().next("message").path("prev").asLong()).isEqualTo(5);
    }

    @Test
    void a_cursor_beyond_the_counter_is_reset() {
        RoomAddress group = town.group(town.anna);
        town.say(group, "missed", 5);
        anna.connect();
        assertReset(resumed(epoch(), group, 6), 5);
        assertReset(resumed(epoch(), group, 1L << 53), 5);
        assertThat(resumed(epoch(), group, 5).path("reset").asBoolean()).isFalse();
    }

    @Test
    void a_cursor_from_before_ones_membership_is_reset() {
        RoomAddress group = town.group();
        town.say(group, "before Anna", 5);
        town.add(group, town.anna);
        town.say(group, "with Anna");
        anna.connect();
        assertReset(resumed(epoch(), group, 3), 7);
        anna.resume(epoch(), List.of());
        assertThat(anna.connection().next("error").path("error").asText()).isEqualTo("request.out-of-range");
        anna.knowing(group, 6).resume(epoch(), List.of(ChatView.of(group)));

        assertThat(anna.connection().next("message").path("content").asText()).isEqualTo("with Anna");
        assertThat(anna.connection().next("resumed").path("reset").asBoolean()).isFalse();
    }

    @Test
    void chats_that_one_is_not_in_are_named_and_the_others_go_on() {
        RoomAddress ours = town.group(town.anna);
        RoomAddress theirs = town.group(town.carl);
        town.say(ours, "missed");
        town.say(theirs, "a secret");
        RoomAddress nowhere = new RoomAddress.Group(new RoomId(UUID.randomUUID()));
        anna.connect();
        anna.knowing(theirs, 0).knowing(ours, 0).knowing(nowhere, 0);
        List<ChatView> asked = List.of(ChatView.of(theirs), ChatView.of(ours), ChatView.of(nowhere));
        anna.resume(epoch(), asked);
        anna.untilLive(ours);
        anna.connection().settle();

        List<JsonNode> errors = anna.connection().all().stream()
                .filter(frame -> frame.path("type").asText().equals("error"))
                .map(frame -> frame.path("data"))
                .toList();
        assertThat(errors)
                .extracting(error -> error.path("chat_id").asText())
                .containsExactly(asked.get(0).chatId(), asked.get(2).chatId());
        assertThat(errors).allSatisfy(error -> {
            assertThat(error.path("error").asText()).isEqualTo("room.not-found");
            assertThat(error.path("request_type").asText()).isEqualTo("resume");
            assertThat(error.path("chat_type").asText()).isEqualTo("group");
        });
        assertThat(anna.types(ours)).containsExactly("message");
        assertThat(anna.connection().all().toString()).doesNotContain("a secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; request.missing-field",
                "{'epoch':'e'}; request.missing-field",
                "{'rooms':[{'chat_type':'room','chat_id':'general','revision':0}]}; request.missing-field",
                "{'epoch':7,'rooms':[{'chat_type':'room','chat_id':'general','revision':0}]}; request.wrong-type",
                "{'epoch':'e','rooms':{}}; request.wrong-type",
                "{'epoch':'e','rooms':['general']}; request.wrong-type",
                "{'epoch':'e','rooms':[null]}; request.wrong-type",
                "{'epoch':'e','rooms':[]}; request.out-of-range",
                "{'epoch':'e','rooms':[{'chat_id':'general','revision':0}]}; request.missing-field",
                "{'epoch':'e','rooms':[{'chat_type':'room','revision':0}]}; request.missing-field",
                "{'epoch':'e','rooms':[{'chat_type':'room','chat_id':'general'}]}; request.missing-field",
                "{'epoch':'e','rooms':[{'chat_type':'room','chat_id':'general','revision':'0'}]}; request.wrong-type",
                "{'epoch':'e','rooms':[{'chat_type':'room','chat_id':'general','revision':0.5}]}; request.wrong-type",
                "{'epoch':'e','rooms':[{'chat_type':'room','chat_id':'general','revision':-1}]}; request.out-of-range",
                "{'epoch':'e','rooms':[{'chat_type':'room','chat_id':'general','revision':9007199254740993}]}; request.out-of-range",
                "{'epoch':'e','rooms':[{'chat_type':'room','chat_id':'general','revision':99999999999999999999}]}; request.out-of-range",
                "{'epoch':'e','rooms':[{'chat_type':'channel','chat_id':'general','revision':0}]}; room.chat-type-invalid",
                "{'epoch':'e','rooms':[{'chat_type':'group','chat_id':'general','revision':0}]}; request.id-invalid",
            },
            quoteCharacter = '`')
    void a_frame_that_cannot_be_read_is_refused_whole(String data, String error) {
        anna.connect();
        anna.connection().send("resume", data.replace('\'', '"'));
        JsonNode refusal = anna.connection().next("error");

        assertThat(refusal.path("error").asText()).isEqualTo(error);
        assertThat(refusal.path("request_type").asText()).isEqualTo("resume");
        assertThat(refusal.has("chat_id")).isFalse();
    }

    @Test
    void two_hundred_chats_are_as_many_as_one_frame_may_name() {
        anna.connect();
        ChatView general = new ChatView("room", "general");
        anna.knowing(general.address(), 0).resume(epoch(), Collections.nCopies(201, general));
        assertThat(anna.connection().next("error").path("error").asText()).isEqualTo("request.out-of-range");
        anna.resume(epoch(), Collections.nCopies(200, general));
        anna.untilLive(general.address());
    }

    @Test
    void who_is_removed_while_resuming_gets_nothing_of_what_came_behind() throws InterruptedException {
        RoomAddress group = town.group(town.anna);
        town.say(group, "missed", 900);
        anna.knowing(group, 0).connect().untilCursor(group, 1);
        Thread remover = Thread.startVirtualThread(() -> {
            town.remove(group, town.anna);
            town.say(group, "a secret", 50);
        });
        anna.until("room_removed");
        remover.join();
        anna.connection().settle();

        List<JsonNode> all = anna.connection().all();
        List<String> types =
                all.stream().map(frame -> frame.path("type").asText()).toList();
        assertThat(types.indexOf("room_removed")).isGreaterThan(types.lastIndexOf("message"));
        assertThat(all.toString()).doesNotContain("a secret");
        assertThat(anna.taken(group)).hasSizeLessThanOrEqualTo(900);
    }

    @Test
    void what_one_may_not_see_moves_the_cursor_and_tells_nothing_else() {
        RoomAddress group = town.guardedGroup();
        MessageId old = town.say(group, "a secret");
        MessageId gone = town.say(group, "another secret");
        town.add(group, town.anna);
        anna.knowing(group, 3).connect().untilLive(group);
        town.edit(old, "still a secret");
        anna.untilCursor(group, 4).leave();
        town.edit(old, "and still a secret");
        town.delete(gone);
        town.say(group, "for Anna");
        anna.connect().untilLive(group);

        assertThat(anna.types(group)).containsExactly("advance", "advance", "advance", "message");
        assertThat(anna.taken(group).getFirst().path("data").size()).isEqualTo(4);
        assertThat(anna.gaps()).isZero();
        assertThat(anna.connection().all().toString())
                .doesNotContain("secret")
                .doesNotContain(old.toString())
                .doesNotContain(gone.toString());
    }
}
