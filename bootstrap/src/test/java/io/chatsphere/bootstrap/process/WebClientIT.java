package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people through the calls that the existing web client makes, against the packaged server. */
final class WebClientIT {
    @TempDir
    private static Path data;

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.serve("--data-dir=" + data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void two_people_find_each_other_and_talk() {
        Person anna = Person.register(server.uri(), "anna").logIn();
        Person bert = Person.register(server.uri(), "bert").logIn();
        Heard annas = new Heard();
        Heard berts = new Heard();

        assertThat(anna.get("/api/v1/me").at("/data/id").asText()).isEqualTo(anna.id());
        assertThat(anna.get("/api/v1/auth/me").at("/data/email").asText()).isEqualTo("anna@example.org");
        assertThat(anna.get("/api/v1/rooms").get("rooms").findValuesAsText("id"))
                .containsExactly("general", "tech", "random");
        assertThat(anna.get("/api/v1/messages/room/general").get("messages")).isEmpty();

        try (LiveClient annasTab = anna.connect(annas);
                LiveClient bertsTab = bert.connect(berts)) {
            assertThat(annas.types().getFirst()).isEqualTo("connection_established");
            annas.await("online_users", online -> names(online).containsAll(List.of("anna", "bert")));
            berts.await("online_users", online -> names(online).containsAll(List.of("anna", "bert")));
            Patience.await()
                    .until(() -> anna.get("/api/v1/rooms/general/online-count")
                                    .get("online_count")
                                    .intValue()
                            == 2);

            annasTab.say("m-1", " 大家好 ");
            JsonNode heard = berts.message("大家好");
            assertThat(annas.message("大家好")).isEqualTo(heard);
            assertThat(annas.await("message_ack").get("id")).isEqualTo(heard.get("id"));
            assertThat(heard.get("from_user_id").asText()).isEqualTo(anna.id());
            assertThat(Instant.parse(heard.get("created_at").asText()))
                    .isBefore(Instant.now().plusSeconds(60));
            berts.await(
                    "conversation_updated", updated -> updated.get("message_id").equals(heard.get("id")));
            assertThat(berts.types().indexOf("message"))
                    .isLessThan(berts.types().indexOf("conversation_updated"));
            assertThat(anna.get("/api/v1/messages/room/general").at("/messages/0/id"))
                    .isEqualTo(heard.get("id"));

            whisper(bertsTab, bert, anna, annas, berts);

            bertsTab.send("ping", Map.of());
            berts.await("pong");
        }
    }

    private static void whisper(LiveClient bertsTab, Person bert, Person anna, Heard annas, Heard berts) {
        bertsTab.send("typing", Map.of("chat_type", "private", "chat_id", anna.id(), "is_typing", true));
        JsonNode typing = annas.await("typing");
        assertThat(typing.get("user_id").asText()).isEqualTo(bert.id());
        assertThat(typing.get("chat_id").asText()).isEqualTo(bert.id());

        bertsTab.send(
                "send_message",
                Map.of("chat_type", "private", "chat_id", anna.id(), "content", "psst", "message_type", "text"));
        assertThat(annas.message("psst").get("chat_id").asText()).isEqualTo(bert.id());
        assertThat(berts.message("psst").get("chat_id").asText()).isEqualTo(anna.id());
        assertThat(annas.await("room_added").get("chat_id").asText()).isEqualTo(bert.id());
    }

    @Test
    void the_badge_of_a_chat_counts_while_it_is_closed_and_stays_empty_while_it_is_read() {
        Person carl = Person.register(server.uri(), "carl");
        Person dora = Person.register(server.uri(), "dora");
        Heard doras = new Heard();

        carl.say("private/" + dora.id(), "one");
        carl.say("private/" + dora.id(), "two");
        assertThat(dora.unread(carl.id())).isEqualTo(2);
        assertThat(carl.unread(dora.id())).isZero();

        try (LiveClient tab = dora.connect(doras)) {
            assertThat(dora.call("POST", "/api/v1/conversations/private/" + carl.id() + "/mark-read")
                            .status())
                    .isEqualTo(200);
            assertThat(dora.unread(carl.id())).isZero();

            carl.say("private/" + dora.id(), "three");
            doras.message("three");
            tab.send("mark_read", Map.of("chat_type", "private", "chat_id", carl.id()));
            doras.await("read", read -> read.at("/marks/0/position").asInt() == 3);
            assertThat(dora.unread(carl.id())).isZero();
        }
        carl.say("private/" + dora.id(), "four");
        assertThat(dora.unread(carl.id())).isEqualTo(1);
    }

    @Test
    void several_tabs_hear_the_same_and_a_reload_misses_nothing() {
        Person emil = Person.register(server.uri(), "emil");
        Person fritz = Person.register(server.uri(), "fritz");
        Heard first = new Heard();
        Heard second = new Heard();
        Heard reloaded = new Heard();

        try (LiveClient one = emil.connect(first)) {
            try (LiveClient two = emil.connect(second)) {
                one.send("send_message", Map.of("chat_id", "random", "content", "from one tab"));
                second.message("from one tab");
                two.send("send_message", Map.of("chat_id", "random", "content", "from the other"));
                first.message("from the other");
            }
            fritz.say("room/random", "while one tab was gone");
            first.message("while one tab was gone");
            try (LiveClient again = emil.connect(reloaded)) {
                assertThat(emil.get("/api/v1/messages/room/random")
                                .get("messages")
                                .findValuesAsText("content"))
                        .endsWith("while one tab was gone");
                fritz.say("room/random", "after the reload");
                reloaded.message("after the reload");
                assertThat(again.closeCode()).isZero();
            }
            assertThat(one.closeCode()).isZero();
        }
    }

    @Test
    void leaving_the_page_is_told_to_those_who_stay_and_a_reload_is_not() {
        Person gerd = Person.register(server.uri(), "gerd");
        Person hans = Person.register(server.uri(), "hans");
        Heard gerds = new Heard();

        try (LiveClient stays = gerd.connect(gerds)) {
            stays.send("join_room", Map.of("room_id", "tech"));
            LiveClient tab = hans.connect(new Heard());
            tab.send("join_room", Map.of("room_id", "tech"));
            gerds.await("user_joined", joined -> isAbout(joined, hans, "tech"));
            tab.close();
            LiveClient reloaded = hans.connect(new Heard());
            reloaded.send("join_room", Map.of("room_id", "tech"));
            reloaded.send("leave_room", Map.of("room_id", "tech"));
            gerds.await("user_left", left -> isAbout(left, hans, "tech"));
            assertThat(gerds.all("user_joined").stream().filter(joined -> isAbout(joined, hans, "tech")))
                    .hasSize(1);
            reloaded.close();
        }
    }

    @Test
    void logging_out_ends_the_tokens_and_the_tabs_of_one_device_alone() {
        Person ida = Person.register(server.uri(), "ida");
        Person onPhone = ida.logIn();

        try (LiveClient tab = ida.connect(new Heard());
                LiveClient phone = onPhone.connect(new Heard())) {
            assertThat(ida.call("POST", "/api/v1/auth/logout").status()).isEqualTo(200);

            Patience.await().until(() -> tab.closeCode() == 4003);
            assertThat(ida.call("GET", "/api/v1/me").status()).isEqualTo(401);
            assertThat(ida.refresh().error()).isEqualTo("auth.refresh-token-invalid");
            assertThat(onPhone.call("GET", "/api/v1/me").status()).isEqualTo(200);
            assertThat(phone.closeCode()).isZero();
        }
    }

    @Test
    void a_group_is_for_its_members_from_the_invitation_to_the_removal() {
        Person jana = Person.register(server.uri(), "jana");
        Person kurt = Person.register(server.uri(), "kurt");
        Heard kurts = new Heard();

        try (LiveClient tab = kurt.connect(kurts)) {
            String group = jana.call("POST", "/api/v1/groups", Map.of("name", "徒步", "member_ids", List.of(kurt.id())))
                    .body()
                    .get("id")
                    .asText();
            assertThat(kurts.await("room_added").get("name").asText()).isEqualTo("徒步");
            jana.say("group/" + group, "hello");
            assertThat(kurts.message("hello").get("group_id").asText()).isEqualTo(group);

            assertThat(jana.call("DELETE", "/api/v1/groups/" + group + "/members/" + kurt.id())
                            .status())
                    .isEqualTo(204);
            kurts.await(
                    "room_removed", removed -> removed.get("chat_id").asText().equals(group));
            jana.say("group/" + group, "among ourselves");
            jana.say("private/" + kurt.id(), "you are out");
            kurts.message("you are out");
            assertThat(kurts.all("message").toString()).doesNotContain("among ourselves");
            assertThat(kurt.call("GET", "/api/v1/messages/group/" + group).status())
                    .isEqualTo(404);
            assertThat(tab.closeCode()).isZero();
        }
    }

    @Test
    void edits_and_deletions_reach_every_tab() {
        Person lena = Person.register(server.uri(), "lena");
        Person moritz = Person.register(server.uri(), "moritz");
        Heard moritzs = new Heard();

        try (LiveClient lenas = lena.connect(new Heard());
                LiveClient listening = moritz.connect(moritzs)) {
            String id = lena.say("private/" + moritz.id(), "helo").get("id").asText();
            lenas.send("edit_message", Map.of("message_id", id, "content", "hello"));
            JsonNode edited = moritzs.await("message_updated");
            assertThat(edited.get("content").asText()).isEqualTo("hello");
            assertThat(edited.get("is_edited").booleanValue()).isTrue();
            lenas.send("delete_message", Map.of("message_id", id));
            assertThat(moritzs.await("message_deleted").get("id").asText()).isEqualTo(id);
            assertThat(listening.closeCode()).isZero();
        }
    }

    private static boolean isAbout(JsonNode data, Person who, String room) {
        return data.get("user_id").asText().equals(who.id())
                && data.get("room_id").asText().equals(room);
    }

    private static List<String> names(JsonNode users) {
        return StreamSupport.stream(users.spliterator(), false)
                .map(user -> user.get("username").asText())
                .toList();
    }
}
