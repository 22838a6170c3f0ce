package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditTest {
    private Server server;
    private Server.Account anna;
    private Server.Account bert;
    private Server.Account carl;

    @BeforeEach
    void start() {
        server = new Server();
        anna = server.register("anna");
        bert = server.register("bert");
        carl = server.register("carl");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_author_edits_and_deletes_and_the_history_shows_it() {
        String id = send(anna, "room/general", "helo").text("/id");

        Answer edited = edit(anna, id, "hello");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.text("/content")).isEqualTo("hello");
        assertThat(edited.body().get("is_edited").booleanValue()).isTrue();
        assertThat(edited.body().get("revision").longValue()).isEqualTo(2);
        assertThat(history("").at("/messages/0")).isEqualTo(edited.body());

        assertThat(call(anna, "DELETE", "/api/v1/messages/" + id).status()).isEqualTo(204);
        assertThat(history("").get("total").intValue()).isZero();
        assertThat(history("?include_deleted=true").at("/messages/0/content").asText())
                .isEmpty();
        assertThat(history("?include_deleted=true").at("/messages/0/is_deleted").booleanValue())
                .isTrue();
    }

    @Test
    void others_may_not_and_strangers_do_not_learn_that_it_exists() {
        String open = send(anna, "room/general", "hello").text("/id");
        String secret = send(anna, "private/" + bert.id(), "secret").text("/id");

        assertThat(edit(bert, open, "mine").error()).isEqualTo("message.access-denied");
        assertThat(call(bert, "DELETE", "/api/v1/messages/" + open).status()).isEqualTo(403);
        assertThat(edit(bert, secret, "mine").status()).isEqualTo(403);
        assertThat(edit(carl, secret, "mine").error()).isEqualTo("message.not-found");
        assertThat(call(carl, "DELETE", "/api/v1/messages/" + secret).status()).isEqualTo(404);
    }

    @Test
    void who_moderates_a_room_deletes_messages_of_others_and_edits_none() {
        call(bert, "POST", "/api/v1/rooms", "{\"id\": \"music\", \"name\": \"Music\"}");
        String id = send(anna, "room/music", "spam").text("/id");

        assertThat(edit(bert, id, "ham").status()).isEqualTo(403);
        assertThat(call(bert, "DELETE", "/api/v1/messages/" + id).status()).isEqualTo(204);
    }

    @Test
    void the_same_content_again_changes_nothing() {
        Answer sent = send(anna, "room/general", "hello");

        assertThat(edit(anna, sent.text("/id"), " hello ").body()).isEqualTo(sent.body());
    }

    @Test
    void a_deleted_or_unknown_message_is_not_found() {
        String id = send(anna, "room/general", "hello").text("/id");
        call(anna, "DELETE", "/api/v1/messages/" + id);

        assertThat(edit(anna, id, "again").error()).isEqualTo("message.not-found");
        assertThat(call(anna, "DELETE", "/api/v1/messages/" + id).status()).isEqualTo(404);
        assertThat(edit(anna, "01930a5e-0000-7000-8000-00000000000f", "x").status())
                .isEqualTo(404);
        assertThat(edit(anna, "1", "x").error()).isEqualTo("request.id-invalid");
    }

    @Test
    void an_edit_is_held_to_the_rules_of_a_message() {
        String id = send(anna, "room/general", "hello").text("/id");

        assertThat(edit(anna, id, " ").error()).isEqualTo("message.empty");
        assertThat(edit(anna, id, "长".repeat(4001)).error()).isEqualTo("message.too-long");
        assertThat(call(anna, "PATCH", "/api/v1/messages/" + id, "{}").status()).isEqualTo(422);
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

    private Answer edit(Server.Account who, String id, String text) {
        return call(who, "PATCH", "/api/v1/messages/" + id, "{\"content\": \"%s\"}".formatted(text));
    }

    private JsonNode history(String query) {
        return call(bert, "GET", "/api/v1/messages/room/general" + query).body();
    }
}
