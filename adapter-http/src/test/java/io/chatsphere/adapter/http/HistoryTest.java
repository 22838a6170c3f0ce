package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.adapter.http.Server.Account;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {
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
        for (int i = 1; i <= 7; i++) {
            send(anna, "room/tech", "text " + i);
        }
        send(anna, "private/" + bert.id(), "hello bert");
        send(bert, "private/" + anna.id(), "hello anna");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '1,2,3,4,5,6,7', false",
        "?limit=3, '5,6,7', true",
        "?limit=3&offset=3, '2,3,4', true",
        "?limit=3&offset=6, '1', false",
        "?limit=3&offset=100, '', false",
        "?limit=2&before=4, '2,3', true",
        "?limit=2&before=2, '1', false",
        "?limit=2&after=0, '1,2', true",
        "?limit=2&after=5, '6,7', false",
        "?limit=100&after=7, '', false",
        "?include_deleted=true, '1,2,3,4,5,6,7', false",
    })
    void a_history_is_read_page_by_page_oldest_first(String query, String positions, boolean more) {
        Answer answer = read(anna, "room/tech" + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(String.join(",", answer.body().get("messages").findValuesAsText("position")))
                .isEqualTo(positions);
        assertThat(answer.body().get("total").intValue())
                .isEqualTo(answer.body().get("messages").size());
        assertThat(answer.body().get("has_more").booleanValue()).isEqualTo(more);
    }

    @Test
    void the_short_path_reads_the_same() {
        Answer answer =
                server.get("/chat/messages/room/tech").token(carl.token()).send();

        assertThat(answer.body()).isEqualTo(read(carl, "room/tech").body());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=-1, 400, request.out-of-range, limit",
        "limit=0, 400, request.out-of-range, limit",
        "limit=101, 400, request.out-of-range, limit",
        "limit=abc, 422, request.wrong-type, limit",
        "offset=-1, 400, request.out-of-range, offset",
        "before=0, 400, request.out-of-range, before",
        "after=-1, 400, request.out-of-range, after",
        "include_deleted=perhaps, 422, request.wrong-type, include_deleted",
        "before=3&after=1, 400, request.invalid, before",
        "offset=0&after=1, 400, request.invalid, after",
    })
    void a_wrong_query_names_its_parameter(String query, int status, String error, String field) {
        Answer answer = read(anna, "room/tech?" + query);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.text("/data/field")).isEqualTo(field);
    }

    @Test
    void a_private_chat_is_seen_from_both_sides() {
        JsonNode first = read(anna, "private/" + bert.id()).body().at("/messages/0");
        JsonNode mirrored = read(bert, "private/" + anna.id()).body().at("/messages/0");

        assertThat(first.get("chat_id").asText()).isEqualTo(bert.id());
        assertThat(mirrored.get("chat_id").asText()).isEqualTo(anna.id());
        assertThat(List.of(first, mirrored)).allSatisfy(message -> {
            assertThat(message.get("from_user_id").asText()).isEqualTo(anna.id());
            assertThat(message.get("to_user_id").asText()).isEqualTo(bert.id());
            assertThat(message.get("content").asText()).isEqualTo("hello bert");
            assertThat(message.get("room_id").isNull()).isTrue();
        });
    }

    @Test
    void an_outsider_reads_nothing_of_a_private_chat() {
        assertThat(read(carl, "private/" + anna.id()).body().get("messages")).isEmpty();
        assertThat(read(carl, "private/" + bert.id()).body().get("messages")).isEmpty();
    }

    @Test
    void two_who_never_wrote_have_an_empty_history() {
        Answer answer = read(carl, "private/" + anna.id());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("total").intValue()).isZero();
        assertThat(answer.body().get("has_more").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "room/nowhere, 404, room.not-found",
        "group/" + UNKNOWN + ", 404, room.not-found",
        "group/general, 400, request.id-invalid",
        "private/bert, 400, request.id-invalid",
        "channel/tech, 400, room.chat-type-invalid",
        "ROOM/tech, 400, room.chat-type-invalid",
    })
    void a_chat_that_is_none_is_refused(String chat, int status, String error) {
        Answer answer = read(anna, chat);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).isEqualTo(error);
    }

    @Test
    void nobody_chats_with_oneself() {
        assertThat(read(anna, "private/" + anna.id()).error()).isEqualTo("room.self-chat");
    }

    private static Answer read(Account reader, String chat) {
        return server.get("/api/v1/messages/" + chat).token(reader.token()).send();
    }

    private static void send(Account sender, String chat, String text) {
        server.post("/api/v1/messages/" + chat, "{\"content\": \"" + text + "\"}")
                .token(sender.token())
                .send();
    }
}
