package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
    private Server server;
    private Server.Account anna;
    private Server.Account bert;

    @BeforeEach
    void start() {
        server = new Server();
        anna = server.register("anna");
        bert = server.register("bert");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/conversations", "/chat/conversations"})
    void the_latest_activity_comes_first_and_each_is_named_for_its_reader(String path) {
        send(anna, "room/general", "大家好");
        send(anna, "private/" + bert.id(), "你好");

        Answer berts = call(bert, "GET", path);
        JsonNode direct = berts.body().at("/conversations/0");

        assertThat(direct.get("chat_type").asText()).isEqualTo("private");
        assertThat(direct.get("chat_id").asText()).isEqualTo(anna.id());
        assertThat(direct.get("name").asText()).isEqualTo("anna");
        assertThat(direct.at("/other_user/id").asText()).isEqualTo(anna.id());
        assertThat(direct.at("/last_message/content").asText()).isEqualTo("你好");
        assertThat(direct.has("room")).isFalse();
        assertThat(berts.text("/conversations/1/room/id")).isEqualTo("general");
        assertThat(call(anna, "GET", path).text("/conversations/0/chat_id")).isEqualTo(bert.id());
    }

    @Test
    void who_never_opened_a_chat_has_its_messages_unread_and_the_sender_has_not() {
        send(anna, "room/general", "one");
        send(anna, "room/general", "two");
        send(anna, "private/" + bert.id(), "three");

        assertThat(unread(bert, "general")).isEqualTo(2);
        assertThat(unread(bert, anna.id())).isEqualTo(1);
        assertThat(unread(anna, "general")).isZero();
        assertThat(unread(anna, bert.id())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/conversations", "/chat/conversations"})
    void marking_as_read_needs_no_body(String path) {
        send(anna, "room/general", "one");

        Answer marked = call(bert, "POST", path + "/room/general/mark-read");

        assertThat(marked.status()).isEqualTo(200);
        assertThat(marked.body().get("success").booleanValue()).isTrue();
        assertThat(unread(bert, "general")).isZero();
    }

    @Test
    void a_part_can_be_marked_and_a_mark_never_goes_back() {
        for (String text : List.of("one", "two", "three")) {
            send(anna, "room/general", text);
        }

        mark(bert, "room/general", "{\"position\": 2}");
        assertThat(unread(bert, "general")).isEqualTo(1);
        mark(bert, "room/general", "{\"position\": 1}");
        assertThat(unread(bert, "general")).isEqualTo(1);
        mark(bert, "room/general", "{\"position\": 99}");
        assertThat(unread(bert, "general")).isZero();
    }

    @Test
    void nothing_to_mark_is_a_success_too() {
        assertThat(mark(bert, "private/" + anna.id(), "{}").status()).isEqualTo(200);
        assertThat(mark(bert, "room/tech", "{}").status()).isEqualTo(200);
        assertThat(mark(bert, "room/general", "{}").status()).isEqualTo(200);
    }

    @Test
    void what_cannot_be_marked_is_refused() {
        assertThat(mark(bert, "room/nowhere", "{}").error()).isEqualTo("room.not-found");
        assertThat(mark(bert, "private/" + bert.id(), "{}").error()).isEqualTo("room.self-chat");
        assertThat(mark(bert, "club/general", "{}").error()).isEqualTo("room.chat-type-invalid");
        assertThat(mark(bert, "room/general", "{\"position\": -1}").status()).isEqualTo(400);
        assertThat(mark(bert, "room/general", "{\"position\": \"1\"}").status()).isEqualTo(422);
        assertThat(mark(bert, "room/general", "{\"postion\": 1}").error()).isEqualTo("request.unknown-field");
    }

    @Test
    void the_list_is_read_page_by_page() {
        send(anna, "room/general", "one");
        send(anna, "private/" + bert.id(), "two");

        Answer first = call(anna, "GET", "/api/v1/conversations?limit=1");
        Answer second = call(anna, "GET", "/api/v1/conversations?limit=1&cursor=" + first.text("/next_cursor"));

        assertThat(first.text("/conversations/0/chat_id")).isEqualTo(bert.id());
        assertThat(second.text("/conversations/0/chat_id")).isEqualTo("general");
        assertThat(second.body().get("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.2", "99999999999999999999.01930a5e-0000-7000-8000-00000000000f", "-1.a"})
    void a_cursor_that_is_not_ours_is_refused(String cursor) {
        Answer answer = call(anna, "GET", "/api/v1/conversations?cursor=" + cursor);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("request.cursor-invalid");
    }

    @Test
    void a_deleted_message_is_neither_unread_nor_the_last() {
        send(anna, "room/general", "one");
        String second = send(anna, "room/general", "two").text("/id");
        call(anna, "DELETE", "/api/v1/messages/" + second);

        assertThat(unread(bert, "general")).isEqualTo(1);
        assertThat(conversation(bert, "general").at("/last_message/content").asText())
                .isEqualTo("one");
    }

    @Test
    void strangers_see_no_conversations() {
        assertThat(server.get("/api/v1/conversations").send().status()).isEqualTo(401);
    }

    private Answer call(Server.Account who, String method, String path) {
        return server.call(method, path).token(who.token()).send();
    }

    private Answer call(Server.Account who, String method, String path, String json) {
        return server.call(method, path).json(json).token(who.token()).send();
    }

    private Answer send(Server.Account sender, String chat, String text) {
        return call(sender, "POST", "/api/v1/messages/" + chat, "{\"content\": \"%s\"}".formatted(text));
    }

    private Answer mark(Server.Account reader, String chat, String json) {
        return call(reader, "POST", "/api/v1/conversations/" + chat + "/mark-read", json);
    }

    private int unread(Server.Account reader, String chatId) {
        return conversation(reader, chatId).get("unread_count").intValue();
    }

    private JsonNode conversation(Server.Account reader, String chatId) {
        for (JsonNode one : call(reader, "GET", "/api/v1/conversations").body().get("conversations")) {
            if (one.get("chat_id").asText().equals(chatId)) {
                return one;
            }
        }
        throw new AssertionError("no conversation with " + chatId);
    }
}
