package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.adapter.http.Server.Account;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed, for clients without a live connection. */
class ChangesTest {
    private static final String UNKNOWN = "01930a5e-0000-7000-8000-00000000000f";

    private static Server server;
    private static Account anna;
    private static Account bert;
    private static Account carl;

    @BeforeAll
    static void start() {
        server = new Server();
        anna = server.register("anna");
        bert = server.register("bert");
        carl = server.register("carl");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everything_that_changed_is_told_in_order_as_it_is_now() {
        String group = group("us");
        String chat = "group/" + group;
        send(anna, chat, "one");
        String edited = send(anna, chat, "two");
        String deleted = send(anna, chat, "three");
        call(anna, "PATCH", "/api/v1/messages/" + edited, "{\"content\": \"zwei\"}");
        call(anna, "DELETE", "/api/v1/messages/" + deleted);
        call(anna, "PATCH", "/api/v1/groups/" + group, "{\"name\": \"them\"}");
        call(anna, "POST", "/api/v1/groups/" + group + "/members", "{\"user_id\": \"" + carl.id() + "\"}");
        call(anna, "DELETE", "/api/v1/groups/" + group + "/members/" + carl.id());

        JsonNode body = changes(bert, chat, "").body();

        assertThat(body.get("reset").booleanValue()).isFalse();
        assertThat(body.get("complete").booleanValue()).isTrue();
        assertThat(body.get("revision").longValue()).isEqualTo(8);
        assertThat(body.get("changes").findValuesAsText("type"))
                .containsExactly("message", "message", "message_deleted", "room_updated", "member_left");
        long cursor = 0;
        for (JsonNode change : body.get("changes")) {
            JsonNode data = change.get("data");
            assertThat(data.get("prev").longValue()).isEqualTo(cursor);
            assertThat(data.get("chat_type").asText()).isEqualTo("group");
            assertThat(data.get("chat_id").asText()).isEqualTo(group);
            cursor = data.get("revision").longValue();
        }
        assertThat(cursor).isEqualTo(8);
        assertThat(body.at("/changes/1/data/content").asText()).isEqualTo("zwei");
        assertThat(body.at("/changes/2/data/id").asText()).isEqualTo(deleted);
        assertThat(body.at("/changes/3/data/name").asText()).isEqualTo("them");
        assertThat(body.at("/changes/4/data/user/username").asText()).isEqualTo("carl");
    }

    @Test
    void a_client_goes_on_from_the_revision_of_each_answer_until_one_is_complete() {
        String chat = "group/" + group("us");
        send(anna, chat, "one");
        send(anna, chat, "two");
        String third = send(anna, chat, "three");

        JsonNode first = changes(bert, chat, "?limit=2").body();
        call(anna, "PATCH", "/api/v1/messages/" + first.at("/changes/0/data/id").asText(), "{\"content\": \"eins\"}");
        JsonNode second = changes(
                        bert, chat, "?after=2&epoch=" + first.get("epoch").asText())
                .body();

        assertThat(first.get("complete").booleanValue()).isFalse();
        assertThat(first.get("revision").longValue()).isEqualTo(2);
        assertThat(second.get("complete").booleanValue()).isTrue();
        assertThat(second.get("revision").longValue()).isEqualTo(4);
        assertThat(second.get("changes").findValuesAsText("type")).containsExactly("message", "message_updated");
        assertThat(second.at("/changes/0/data/id").asText()).isEqualTo(third);
        assertThat(second.at("/changes/1/data/content").asText()).isEqualTo("eins");
    }

    @ParameterizedTest
    @CsvSource({
        "?after=1&epoch=" + UNKNOWN + ", 2",
        "?after=1&epoch=yesterday, 2",
        "?after=1, 2",
        "?after=3&epoch=OURS, 2",
    })
    void a_cursor_that_means_nothing_here_is_reset(String query, long revision) {
        String chat = "group/" + group("us");
        send(anna, chat, "one");
        send(anna, chat, "two");
        String epoch = changes(anna, chat, "").text("/epoch");

        JsonNode body = changes(bert, chat, query.replace("OURS", epoch)).body();

        assertThat(body.get("reset").booleanValue()).isTrue();
        assertThat(body.get("changes")).isEmpty();
        assertThat(body.get("revision").longValue()).isEqualTo(revision);
        assertThat(body.get("epoch").asText()).isEqualTo(epoch);
    }

    @Test
    void a_cursor_from_before_ones_membership_is_reset() {
        String group = group("us");
        send(anna, "group/" + group, "before carl");
        call(anna, "POST", "/api/v1/groups/" + group + "/members", "{\"user_id\": \"" + carl.id() + "\"}");
        send(anna, "group/" + group, "with carl");
        String epoch = changes(anna, "group/" + group, "").text("/epoch");

        JsonNode early = changes(carl, "group/" + group, "").body();
        JsonNode since =
                changes(carl, "group/" + group, "?after=2&epoch=" + epoch).body();

        assertThat(early.get("reset").booleanValue()).isTrue();
        assertThat(early.get("changes")).isEmpty();
        assertThat(since.at("/changes/0/data/content").asText()).isEqualTo("with carl");
    }

    @Test
    void a_private_chat_is_named_from_each_side() {
        send(anna, "private/" + bert.id(), "psst");

        assertThat(changes(anna, "private/" + bert.id(), "").text("/changes/0/data/chat_id"))
                .isEqualTo(bert.id());
        assertThat(changes(bert, "private/" + anna.id(), "").text("/changes/0/data/chat_id"))
                .isEqualTo(anna.id());
        assertThat(changes(bert, "private/" + carl.id(), "").body().get("changes"))
                .isEmpty();
    }

    @Test
    void a_public_room_is_read_without_joining() {
        send(anna, "room/random", "hello");

        assertThat(changes(carl, "room/random", "").text("/changes/0/data/content"))
                .isEqualTo("hello");
        assertThat(server.get("/api/v1/rooms/random/members")
                        .token(anna.token())
                        .send()
                        .body()
                        .get("members"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "room/nowhere, 404, room.not-found",
        "group/" + UNKNOWN + ", 404, room.not-found",
        "group/general, 400, request.id-invalid",
        "channel/tech, 400, room.chat-type-invalid",
        "room/general?limit=0, 400, request.out-of-range",
        "room/general?limit=1001, 400, request.out-of-range",
        "room/general?limit=all, 422, request.wrong-type",
        "room/general?after=-1, 400, request.out-of-range",
        "room/general?after=9007199254740992, 400, request.out-of-range",
        "room/general?after=1.5, 422, request.wrong-type",
    })
    void what_cannot_be_asked_is_refused(String chat, int status, String error) {
        Answer answer = changes(anna, chat, "");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).isEqualTo(error);
    }

    @Test
    void who_is_not_in_a_group_does_not_learn_that_it_exists() {
        Answer answer = changes(carl, "group/" + group("us"), "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).isEqualTo("room.not-found");
        assertThat(changes(anna, "private/" + anna.id(), "").error()).isEqualTo("room.self-chat");
    }

    private static String group(String name) {
        return call(
                        anna,
                        "POST",
                        "/api/v1/groups",
                        "{\"name\": \"%s\", \"member_ids\": [\"%s\"]}".formatted(name, bert.id()))
                .text("/id");
    }

    private static String send(Account sender, String chat, String text) {
        return call(sender, "POST", "/api/v1/messages/" + chat, "{\"content\": \"" + text + "\"}")
                .text("/id");
    }

    private static Answer changes(Account reader, String chat, String query) {
        return server.get("/api/v1/changes/" + chat + query)
                .token(reader.token())
                .send();
    }

    private static Answer call(Account account, String method, String path) {
        return server.call(method, path).token(account.token()).send();
    }

    private static Answer call(Account account, String method, String path, String json) {
        return server.call(method, path).token(account.token()).json(json).send();
    }
}
