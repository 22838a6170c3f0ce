package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.id.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients ask for beside sending messages. */
class RequestsTest {
    private static final String NOBODY = UUID.randomUUID().toString();

    private final UserId annaId = new UserId(UUID.randomUUID());
    private final UserId benId = new UserId(UUID.randomUUID());
    private final ChatServer server = ChatServer.start();
    private final WsClient anna = server.connect(annaId, "anna");
    private final WsClient ben = server.connect(benId, "ben");

    @AfterEach
    void stop() {
        anna.close();
        ben.close();
        server.close();
    }

    private String say(WsClient speaker, String content) {
        speaker.send("send_message", "{\"content\":\"" + content + "\"}");
        anna.next("message");
        return ben.next("message").path("id").asText();
    }

    private Conversation general(UserId user) {
        return server.chat
                .conversations()
                .list()
                .handle(Caller.of(user), Optional.empty(), 10)
                .conversations()
                .getFirst();
    }

    private static void assertRefused(WsClient client, String type, String error) {
        JsonNode data = client.next("error");
        assertThat(data.path("error").asText()).isEqualTo(error);
        assertThat(data.path("request_type").asText()).isEqualTo(type);
    }

    @Test
    void an_author_edits_a_message_for_everybody() {
        String id = say(anna, "helo");
        anna.send("edit_message", "{\"message_id\":\"" + id + "\",\"content\":\" hello \"}");
        for (WsClient client : List.of(anna, ben)) {
            JsonNode data = client.next("message_updated");
            assertThat(data.path("id").asText()).isEqualTo(id);
            assertThat(data.path("content").asText()).isEqualTo("hello");
            assertThat(data.path("is_edited").asBoolean()).isTrue();
            assertThat(data.path("position").asLong()).isEqualTo(1);
            assertThat(data.path("revision").asLong())
                    .isEqualTo(data.path("prev").asLong() + 1);
        }
    }

    @Test
    void an_author_deletes_a_message_for_everybody() {
        String id = say(anna, "oops");
        anna.send("delete_message", "{\"message_id\":\"" + id + "\"}");
        for (WsClient client : List.of(anna, ben)) {
            JsonNode data = client.next("message_deleted");
            assertThat(data.path("id").asText()).isEqualTo(id);
            assertThat(data.path("position").asLong()).isEqualTo(1);
            assertThat(data.path("chat_id").asText()).isEqualTo("general");
        }
    }

    @Test
    void what_others_said_and_what_is_not_there_stays_as_it_is() {
        String id = say(anna, "mine");
        ben.send("edit_message", "{\"message_id\":\"" + id + "\",\"content\":\"yours\"}");
        assertRefused(ben, "edit_message", "message.access-denied");
        ben.send("delete_message", "{\"message_id\":\"" + id + "\"}");
        assertRefused(ben, "delete_message", "message.access-denied");
        ben.send("delete_message", "{\"message_id\":\"" + NOBODY + "\"}");
        assertRefused(ben, "delete_message", "message.not-found");
        ben.send("edit_message", "{\"message_id\":\"" + id + "\",\"content\":\" \"}");
        assertRefused(ben, "edit_message", "message.empty");
    }

    @Test
    void without_a_position_everything_that_was_sent_is_read() {
        say(anna, "one");
        say(anna, "two");
        assertThat(general(benId).unread()).isEqualTo(2);
        ben.send("mark_read", "{\"chat_type\":\"room\",\"chat_id\":\"general\"}");
        JsonNode data = ben.next("read");
        assertThat(data.path("chat_id").asText()).isEqualTo("general");
        assertThat(data.path("marks").path(0).path("user_id").asText()).isEqualTo(benId.toString());
        assertThat(data.path("marks").path(0).path("position").asLong()).isEqualTo(2);
        assertThat(general(benId).unread()).isZero();
    }

    @Test
    void a_mark_moves_forward_by_position_and_back_by_a_command_of_its_own() {
        say(anna, "one");
        say(anna, "two");
        ben.send("mark_read", "{\"chat_type\":\"room\",\"chat_id\":\"general\",\"position\":1}");
        ben.settle();
        assertThat(general(benId).unread()).isEqualTo(1);
        ben.send("mark_read", "{\"chat_type\":\"room\",\"chat_id\":\"general\",\"position\":9}");
        ben.settle();
        assertThat(general(benId).unread()).isZero();
        ben.send("mark_unread", "{\"chat_type\":\"room\",\"chat_id\":\"general\",\"position\":1}");
        ben.settle();
        assertThat(general(benId).unread()).isEqualTo(2);
    }

    @Test
    void two_who_never_wrote_have_nothing_to_mark() {
        anna.send("mark_read", "{\"chat_type\":\"private\",\"chat_id\":\"" + benId + "\"}");
        anna.text("{\"type\":\"ping\"}");
        assertThat(anna.next().path("type").asText()).isEqualTo("pong");
    }

    @Test
    void who_writes_is_shown_to_the_other_one_alone() {
        anna.send("typing", "{\"chat_type\":\"private\",\"chat_id\":\"" + benId + "\",\"is_typing\":true}");
        JsonNode data = ben.next("typing");
        assertThat(data.path("user_id").asText()).isEqualTo(annaId.toString());
        assertThat(data.path("chat_id").asText()).isEqualTo(annaId.toString());
        assertThat(data.path("is_typing").asBoolean()).isTrue();
        anna.send("typing", "{\"chat_type\":\"private\",\"chat_id\":\"" + benId + "\",\"is_typing\":false}");
        assertThat(ben.next("typing").path("is_typing").asBoolean()).isFalse();
        anna.settle();
        assertThat(anna.all()).noneMatch(frame -> frame.path("type").asText().equals("typing"));
    }

    @Test
    void who_opens_a_view_is_announced_to_those_who_have_it_open() {
        anna.send("join_room", "{\"room_id\":\"tech\"}");
        anna.settle();
        ben.send("join_room", "{\"room_id\":\"tech\"}");
        JsonNode data = anna.await("user_joined");
        while (!data.path("room_id").asText().equals("tech")) {
            data = anna.await("user_joined");
        }
        assertThat(data.path("user_id").asText()).isEqualTo(benId.toString());
    }

    @Test
    void what_is_sent_in_the_old_form_comes_to_others_in_both() {
        ben.send("join_room", "{\"room_id\":\"tech\"}");
        anna.send("join_room", "{\"room_id\":\"tech\"}");
        ben.settle();
        anna.settle();
        anna.text("{\"type\":\"chat\",\"content\":\"hello\",\"room_id\":\"tech\",\"timestamp\":\"whenever\"}");
        assertThat(anna.next("message").path("chat_id").asText()).isEqualTo("tech");
        JsonNode old = ben.awaitFrame("chat_message");
        assertThat(old.path("from_user_id").asText()).isEqualTo(annaId.toString());
        assertThat(old.path("from_username").asText()).isEqualTo("anna");
        assertThat(old.path("room_id").asText()).isEqualTo("tech");
        assertThat(old.path("content").asText()).isEqualTo("hello");
        assertThat(ben.all()).anyMatch(frame -> frame.path("type").asText().equals("message"));
        anna.settle();
        assertThat(anna.all()).noneMatch(frame -> frame.path("type").asText().equals("chat_message"));
        anna.text("{\"type\":\"chat\",\"content\":\"hello\",\"room_id\":\"nowhere\"}");
        assertRefused(anna, "chat", "room.not-found");
    }

    @Test
    void a_token_that_is_not_good_or_anothers_is_refused_and_the_connection_goes_on() {
        anna.send("authenticate", "{\"token\":\"nonsense\"}");
        assertRefused(anna, "authenticate", "auth.token-invalid");
        anna.send("authenticate", "{\"token\":\"" + server.token(benId, "ben") + "\"}");
        assertRefused(anna, "authenticate", "auth.token-invalid");
        anna.send("authenticate", "{}");
        assertRefused(anna, "authenticate", "request.missing-field");
        say(anna, "still here");
    }

    @Test
    void requests_are_answered_in_their_order() {
        anna.send("leave_room", "{\"room_id\":\"nowhere\"}");
        anna.send("send_message", "{\"content\":\" \"}");
        anna.send("typing", "{\"chat_type\":\"group\",\"chat_id\":\"" + NOBODY + "\",\"is_typing\":true}");
        anna.send("mark_unread", "{\"chat_type\":\"room\",\"chat_id\":\"general\"}");
        anna.send("mark_read", "{\"chat_type\":\"room\",\"chat_id\":\"general\",\"position\":-1}");
        anna.send("mark_read", "{\"chat_type\":\"group\",\"chat_id\":\"" + NOBODY + "\"}");
        anna.send("fly", "{}");
        anna.text("{\"type\":\"ping\"}");
        assertRefused(anna, "leave_room", "room.not-found");
        assertRefused(anna, "send_message", "message.empty");
        assertRefused(anna, "typing", "room.not-found");
        assertRefused(anna, "mark_unread", "request.missing-field");
        assertRefused(anna, "mark_read", "request.out-of-range");
        assertRefused(anna, "mark_read", "room.not-found");
        assertRefused(anna, "fly", "request.unknown-type");
        assertThat(anna.next().path("type").asText()).isEqualTo("pong");
    }
}
