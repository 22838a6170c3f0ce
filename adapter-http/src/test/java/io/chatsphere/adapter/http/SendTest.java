package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.adapter.http.Server.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendTest {
    private Server server;
    private Account anna;
    private Account bert;

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

    @Test
    void a_message_is_stored_and_answered() {
        Answer answer = send(anna, "room/general", "{\"content\": \"  大家好 👋 \", \"message_type\": \"image\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/content")).isEqualTo("大家好 👋");
        assertThat(answer.text("/message_type")).isEqualTo("image");
        assertThat(answer.text("/room_id")).isEqualTo("general");
        assertThat(answer.body().get("position").longValue()).isEqualTo(1);
        assertThat(history(bert, "room/general").at("/messages/0")).isEqualTo(answer.body());
    }

    @Test
    void a_private_message_opens_the_chat() {
        Answer answer = send(anna, "private/" + bert.id(), "{\"content\": \"hello\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/chat_id")).isEqualTo(bert.id());
        assertThat(answer.text("/to_user_id")).isEqualTo(bert.id());
    }

    @Test
    void a_repeat_is_answered_with_what_was_stored() {
        String body = "{\"content\": \"once\", \"client_message_id\": \"c-1\"}";
        Answer first = send(anna, "room/general", body);
        Answer again = send(anna, "room/general", body);
        Answer byHeader = server.post("/api/v1/messages/room/general", "{\"content\": \"once\"}")
                .header("Idempotency-Key", "c-1")
                .token(anna.token())
                .send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(byHeader.status()).isEqualTo(200);
        assertThat(byHeader.body()).isEqualTo(first.body());
        assertThat(history(anna, "room/general").get("total").intValue()).isEqualTo(1);
    }

    @Test
    void a_client_id_that_is_used_for_another_message_is_a_conflict() {
        send(anna, "room/general", "{\"content\": \"one\", \"client_message_id\": \"c-1\"}");
        Answer other = send(anna, "room/general", "{\"content\": \"two\", \"client_message_id\": \"c-1\"}");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.error()).isEqualTo("message.client-id-reused");
    }

    @Test
    void header_and_body_must_name_the_message_alike() {
        Answer answer = server.post(
                        "/api/v1/messages/room/general", "{\"content\": \"one\", \"client_message_id\": \"c-1\"}")
                .header("Idempotency-Key", "c-2")
                .token(anna.token())
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/data/field")).isEqualTo("client_message_id");
    }

    @Test
    void a_reply_names_what_it_answers() {
        String asked = send(anna, "room/general", "{\"content\": \"why?\"}").text("/id");
        Answer reply = send(bert, "room/general", "{\"content\": \"so\", \"reply_to_id\": \"%s\"}".formatted(asked));

        assertThat(reply.text("/reply_to_id")).isEqualTo(asked);
    }

    @Test
    void a_message_of_a_foreign_private_chat_cannot_be_answered() {
        Account carl = server.register("carl");
        String secret =
                send(anna, "private/" + bert.id(), "{\"content\": \"secret\"}").text("/id");
        String reply = "{\"content\": \"what?\", \"reply_to_id\": \"%s\"}".formatted(secret);

        for (String chat : new String[] {"room/general", "private/" + anna.id(), "private/" + bert.id()}) {
            Answer answer = send(carl, chat, reply);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.error()).isEqualTo("message.not-found");
            assertThat(answer.body().toString()).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "room/general | {} | 422 | request.missing-field | content",
                "room/general | {\"content\": \"  \"} | 400 | message.empty | content",
                "room/general | {\"content\": \"a\\u0000\"} | 400 | message.text-invalid | content",
                "room/general | {\"content\": \"\\ud800\"} | 400 | message.text-invalid | content",
                "room/general | {\"content\": \"a\", \"message_type\": \"file\"} | 400 | message.type-invalid | message_type",
                "room/general | {\"content\": \"a\", \"reply_to_id\": \"1\"} | 400 | request.id-invalid | reply_to_id",
                "room/general | {\"content\": \"a\", \"client_message_id\": \"a b\"} | 400 | message.client-id-invalid | client_message_id",
                "room/nowhere | {\"content\": \"a\"} | 404 | room.not-found | ''",
                "group/01930a5e-0000-7000-8000-00000000000f | {\"content\": \"a\"} | 404 | room.not-found | ''",
                "private/01930a5e-0000-7000-8000-00000000000f | {\"content\": \"a\"} | 404 | user.not-found | ''",
            })
    void what_cannot_be_sent_is_refused(String chat, String body, int status, String error, String field) {
        Answer answer = send(anna, chat, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.text("/data/field")).isEqualTo(field);
    }

    @Test
    void a_text_of_more_than_4000_characters_is_too_long() {
        assertThat(send(anna, "room/general", "{\"content\": \"" + "长".repeat(4000) + "\"}")
                        .status())
                .isEqualTo(201);
        assertThat(send(anna, "room/general", "{\"content\": \"" + "长".repeat(4001) + "\"}")
                        .text("/message"))
                .isEqualTo("消息最多 4,000 个字符。");
    }

    private Answer send(Account sender, String chat, String body) {
        return server.post("/api/v1/messages/" + chat, body)
                .token(sender.token())
                .send();
    }

    private JsonNode history(Account reader, String chat) {
        return server.get("/api/v1/messages/" + chat)
                .token(reader.token())
                .send()
                .body();
    }
}
