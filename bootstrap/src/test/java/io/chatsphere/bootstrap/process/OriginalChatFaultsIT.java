package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.process.Person.Reply;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the original server got wrong about talk, each fault against the packaged server: none of them is there. */
final class OriginalChatFaultsIT {
    private static final int MANY = 20;

    @TempDir
    private static Path data;

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        // Twenty tries of one account at once are more than the limits on guesses allow; they have tests of their own.
        server = ServerProcess.serve("--data-dir=" + data, "--rate-limit-requests=0");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void one_bad_message_broke_every_later_connection() {
        Person anna = Person.register(server.uri(), "abad");
        Heard after = new Heard();

        try (LiveClient bad = anna.connect(new Heard())) {
            for (String frame :
                    List.of("{", "[]", "7", "{\"type\": 1}", "{\"type\": \"send_message\", \"data\": \"x\"}")) {
                bad.sendText(frame);
            }
            bad.send("send_message", Map.of("chat_type", "nonsense", "content", "x"));
            bad.say("1", "still here");
        }
        try (LiveClient next = anna.connect(after)) {
            next.say("2", "and here");
            after.message("and here");
        }
        assertThat(anna.get("/api/v1/messages/room/general").get("messages").findValuesAsText("content"))
                .contains("and here");
    }

    @Test
    void a_second_tab_killed_both() {
        Person anna = Person.register(server.uri(), "atabs");
        Heard first = new Heard();

        try (LiveClient one = anna.connect(first);
                LiveClient two = anna.connect(new Heard())) {
            two.say("1", "two tabs");
            first.message("two tabs");
            assertThat(List.of(one.closeCode(), two.closeCode())).containsOnly(0);
        }
    }

    @Test
    void any_user_read_any_group_and_saw_private_typing() {
        Person anna = Person.register(server.uri(), "agroup");
        Person bert = Person.register(server.uri(), "bgroup");
        Person eve = Person.register(server.uri(), "egroup");
        String group = group(anna, bert);
        anna.say("group/" + group, "secret");
        Heard eves = new Heard();
        Heard berts = new Heard();

        assertThat(eve.call("GET", "/api/v1/messages/group/" + group).status()).isEqualTo(404);
        assertThat(eve.call("GET", "/api/v1/groups/" + group).status()).isEqualTo(404);
        try (LiveClient watching = eve.connect(eves);
                LiveClient annas = anna.connect(new Heard());
                LiveClient listening = bert.connect(berts)) {
            annas.send("typing", Map.of("chat_type", "private", "chat_id", bert.id(), "is_typing", true));
            annas.send("typing", Map.of("chat_type", "group", "chat_id", group, "is_typing", true));
            berts.await("typing", typing -> typing.get("chat_type").asText().equals("private"));
            berts.await("typing", typing -> typing.get("chat_type").asText().equals("group"));
            annas.say("1", "over");
            eves.message("over");
            assertThat(eves.types()).doesNotContain("typing");
            assertThat(List.of(watching.closeCode(), listening.closeCode())).containsOnly(0);
        }
    }

    @Test
    void group_messages_went_to_everybody() {
        Person anna = Person.register(server.uri(), "aevery");
        Person bert = Person.register(server.uri(), "bevery");
        Person eve = Person.register(server.uri(), "eevery");
        String group = group(anna, bert);
        Heard eves = new Heard();
        Heard berts = new Heard();

        try (LiveClient watching = eve.connect(eves);
                LiveClient listening = bert.connect(berts)) {
            anna.say("group/" + group, "for us");
            berts.message("for us");
            anna.say("room/general", "for all");
            eves.message("for all");
            assertThat(eves.all("message").toString()).doesNotContain("for us");
            assertThat(List.of(watching.closeCode(), listening.closeCode())).containsOnly(0);
        }
    }

    @Test
    void room_unread_never_counted_for_silent_members() {
        Person anna = Person.register(server.uri(), "asilent");
        Person silent = Person.register(server.uri(), "silent");
        int before = silent.conversation("general").get("unread_count").intValue();

        anna.say("room/general", "one");
        anna.say("room/general", "two");

        assertThat(silent.conversation("general").get("unread_count").intValue() - before)
                .isEqualTo(2);
    }

    @Test
    void duplicate_conversation_rows_under_a_race_after_which_nothing_was_delivered() throws Exception {
        Person anna = Person.register(server.uri(), "arace");
        Person bert = Person.register(server.uri(), "brace");
        Heard berts = new Heard();

        try (LiveClient listening = bert.connect(berts)) {
            List<JsonNode> sent = AtOnce.run(
                    MANY,
                    i -> (i % 2 == 0 ? anna : bert).say("private/" + (i % 2 == 0 ? bert : anna).id(), "first " + i));
            Patience.await().until(() -> berts.all("message").size() == MANY);

            assertThat(positions(sent)).containsExactlyInAnyOrderElementsOf(upTo(MANY));
            assertThat(positions(berts.all("message"))).containsExactlyElementsOf(upTo(MANY));
            assertThat(anna.get("/api/v1/conversations").findValuesAsText("chat_id").stream()
                            .filter(bert.id()::equals))
                    .hasSize(1);
            assertThat(anna.get("/api/v1/messages/private/" + bert.id())
                            .get("total")
                            .intValue())
                    .isEqualTo(MANY);
            assertThat(listening.closeCode()).isZero();
        }
    }

    @Test
    void soft_deleted_messages_in_the_history() {
        Person anna = Person.register(server.uri(), "adelete");
        Person bert = Person.register(server.uri(), "bdelete");
        String id = anna.say("private/" + bert.id(), "regretted").get("id").asText();
        anna.say("private/" + bert.id(), "kept");

        assertThat(anna.call("DELETE", "/api/v1/messages/" + id).status()).isEqualTo(204);

        assertThat(bert.get("/api/v1/messages/private/" + anna.id()).findValuesAsText("content"))
                .containsExactly("kept");
        assertThat(bert.get("/api/v1/messages/private/" + anna.id() + "?include_deleted=true")
                        .toString())
                .doesNotContain("regretted");
    }

    @Test
    void reply_to_a_message_of_a_foreign_private_chat() {
        Person anna = Person.register(server.uri(), "areply");
        Person bert = Person.register(server.uri(), "breply");
        Person eve = Person.register(server.uri(), "ereply");
        String id = anna.say("private/" + bert.id(), "secret").get("id").asText();

        Reply reply = eve.call("POST", "/api/v1/messages/room/general", Map.of("content", "what?", "reply_to_id", id));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error()).isEqualTo("message.not-found");
    }

    @Test
    void users_who_crashed_stayed_in_rooms_for_ever() {
        Person anna = Person.register(server.uri(), "acrash");
        Person bert = Person.register(server.uri(), "bcrash");

        try (LiveClient stays = anna.connect(new Heard())) {
            LiveClient crashes = bert.connect(new Heard());
            stays.send("join_room", Map.of("room_id", "tech"));
            crashes.send("join_room", Map.of("room_id", "tech"));
            Patience.await().until(() -> live(anna).contains(bert.id()));

            crashes.close();

            Patience.await().until(() -> !live(anna).contains(bert.id()));
            assertThat(live(anna)).contains(anna.id());
        }
    }

    private static String group(Person owner, Person member) {
        Reply made = owner.call("POST", "/api/v1/groups", Map.of("name", "us", "member_ids", List.of(member.id())));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().get("id").asText();
    }

    private static Set<String> live(Person who) {
        Set<String> users = new HashSet<>();
        who.get("/api/v1/rooms/tech/online-count").get("online_users").forEach(id -> users.add(id.asText()));
        return users;
    }

    private static List<Long> positions(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> message.get("position").asLong())
                .toList();
    }

    private static List<Long> upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Long::valueOf).toList();
    }
}
