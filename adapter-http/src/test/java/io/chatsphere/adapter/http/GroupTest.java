package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupTest {
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
    void a_group_is_made_with_its_members_and_only_they_see_it() {
        Answer made = group("{\"name\": \"徒步\", \"member_ids\": [\"%s\"]}".formatted(bert.id()));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/groups/" + made.text("/id"));
        assertThat(made.body().get("is_public").booleanValue()).isFalse();
        assertThat(call(bert, "GET", path(made)).body()).isEqualTo(made.body());
        assertThat(call(carl, "GET", path(made)).error()).isEqualTo("room.not-found");
        assertThat(call(carl, "GET", "/api/v1/messages/group/" + made.text("/id"))
                        .error())
                .isEqualTo("room.not-found");
    }

    @Test
    void a_room_that_is_not_public_is_a_group() {
        Answer made = call(anna, "POST", "/api/v1/rooms", "{\"name\": \"us\", \"is_public\": false}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(call(anna, "GET", path(made)).text("/name")).isEqualTo("us");
        assertThat(call(anna, "GET", "/api/v1/rooms/" + made.text("/id")).status())
                .isEqualTo(404);
    }

    @Test
    void a_group_has_no_id_of_ones_choice_and_a_public_room_no_first_members() {
        Answer slug = group("{\"name\": \"us\", \"id\": \"us\"}");
        Answer open = group("{\"name\": \"us\", \"is_public\": true}");
        Answer members = call(anna, "POST", "/api/v1/rooms", "{\"name\": \"all\", \"member_ids\": []}");

        assertThat(List.of(slug.status(), open.status(), members.status())).containsOnly(400);
        assertThat(List.of(slug.fields(), open.fields(), members.fields()))
                .containsExactly("id", "is_public", "member_ids");
    }

    @Test
    void a_member_who_does_not_exist_stops_the_making() {
        Answer answer = group("{\"name\": \"us\", \"member_ids\": [\"01930a5e-0000-7000-8000-00000000000f\"]}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error()).isEqualTo("user.not-found");
    }

    @Test
    void a_member_who_is_null_is_no_member() {
        Answer answer = group("{\"name\": \"us\", \"member_ids\": [null]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).isEqualTo("member_ids");
    }

    @Test
    void a_group_takes_no_more_members_than_it_may_have() {
        Answer made = group("{\"name\": \"two\", \"max_members\": 2, \"member_ids\": [\"%s\"]}".formatted(bert.id()));

        assertThat(call(anna, "POST", path(made) + "/members", member(carl)).error())
                .isEqualTo("room.full");
        assertThat(group("{\"name\": \"two\", \"max_members\": 2, \"member_ids\": [\"%s\", \"%s\"]}"
                                .formatted(bert.id(), carl.id()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void its_owner_invites_promotes_removes_and_hands_over() {
        String path = path(group("{\"name\": \"us\"}"));

        assertThat(call(anna, "POST", path + "/members", member(bert)).status()).isEqualTo(204);
        assertThat(call(anna, "POST", path + "/members", member(carl)).status()).isEqualTo(204);
        assertThat(roles(path)).containsOnly("anna owner", "bert member", "carl member");
        assertThat(call(anna, "PATCH", path + "/members/" + bert.id(), "{\"role\": \"moderator\"}")
                        .status())
                .isEqualTo(204);
        assertThat(call(bert, "DELETE", path + "/members/" + carl.id()).status())
                .isEqualTo(204);
        assertThat(roles(path)).containsOnly("anna owner", "bert moderator");
        assertThat(call(anna, "POST", path + "/transfer", "{\"user_id\": \"%s\"}".formatted(bert.id()))
                        .status())
                .isEqualTo(204);
        assertThat(roles(path)).containsOnly("anna moderator", "bert owner");
    }

    @Test
    void who_has_no_such_role_may_not_and_a_stranger_does_not_learn_that_it_exists() {
        String path = path(group("{\"name\": \"us\", \"member_ids\": [\"%s\"]}".formatted(bert.id())));

        for (Answer answer : List.of(
                call(bert, "PATCH", path, "{\"name\": \"mine\"}"),
                call(bert, "DELETE", path),
                call(bert, "POST", path + "/members", member(carl)),
                call(bert, "PATCH", path + "/members/" + anna.id(), "{\"role\": \"member\"}"),
                call(bert, "DELETE", path + "/members/" + anna.id()),
                call(bert, "POST", path + "/transfer", "{\"user_id\": \"%s\"}".formatted(bert.id())))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.error()).isEqualTo("room.access-denied");
        }
        for (Answer answer : List.of(
                call(carl, "PATCH", path, "{\"name\": \"mine\"}"),
                call(carl, "DELETE", path),
                call(carl, "GET", path + "/members"),
                call(carl, "POST", path + "/members", member(carl)),
                call(carl, "POST", path + "/leave"),
                call(carl, "DELETE", path + "/members/" + anna.id()))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.error()).isEqualTo("room.not-found");
        }
    }

    @Test
    void an_owner_hands_a_group_over_before_leaving_it() {
        String path = path(group("{\"name\": \"us\", \"member_ids\": [\"%s\"]}".formatted(bert.id())));

        assertThat(call(anna, "POST", path + "/leave").error()).isEqualTo("room.owner-stays");
        assertThat(call(bert, "POST", path + "/leave").status()).isEqualTo(204);
        assertThat(call(anna, "POST", path + "/leave").status()).isEqualTo(204);
        assertThat(call(anna, "GET", path).status()).isEqualTo(404);
    }

    @Test
    void what_a_group_says_about_itself_changes_field_by_field() {
        String path = path(group("{\"name\": \"us\", \"description\": \"ours\", \"max_members\": 9}"));

        Answer named = call(anna, "PATCH", path, "{\"name\": \"we\"}");
        Answer cleared = call(anna, "PATCH", path, "{\"description\": null, \"max_members\": null}");

        assertThat(named.text("/name")).isEqualTo("we");
        assertThat(named.text("/description")).isEqualTo("ours");
        assertThat(cleared.text("/name")).isEqualTo("we");
        assertThat(cleared.body().get("description").isNull()).isTrue();
        assertThat(cleared.body().get("max_members").isNull()).isTrue();
        assertThat(call(anna, "PATCH", path, "{}").body()).isEqualTo(cleared.body());
        assertThat(call(anna, "PATCH", path, "{\"name\": \" \"}").error()).isEqualTo("room.name-invalid");
        assertThat(call(anna, "PATCH", path, "{\"owner\": \"me\"}").error()).isEqualTo("request.unknown-field");
    }

    @Test
    void a_closed_group_keeps_its_history_and_takes_nothing_more() {
        Answer made = group("{\"name\": \"us\"}");
        String chat = "/api/v1/messages/group/" + made.text("/id");
        call(anna, "POST", chat, "{\"content\": \"hello\"}");

        assertThat(call(anna, "DELETE", path(made)).status()).isEqualTo(204);
        assertThat(call(anna, "DELETE", path(made)).status()).isEqualTo(204);
        assertThat(call(anna, "GET", path(made)).body().get("archived_at").isNull())
                .isFalse();
        assertThat(call(anna, "POST", chat, "{\"content\": \"more\"}").error()).isEqualTo("room.archived");
        assertThat(call(anna, "GET", chat).body().get("total").intValue()).isEqualTo(1);
    }

    @Test
    void members_are_listed_page_by_page_also_of_public_rooms() {
        List<String> all =
                call(carl, "GET", "/api/v1/rooms/general/members").body().findValuesAsText("username");
        Answer first = call(carl, "GET", "/api/v1/rooms/general/members?limit=2");
        Answer rest =
                call(carl, "GET", "/api/v1/rooms/general/members?limit=2&after=" + first.text("/members/1/user/id"));

        assertThat(all).containsExactly("anna", "bert", "carl");
        assertThat(first.body().findValuesAsText("username")).containsExactly("anna", "bert");
        assertThat(rest.body().findValuesAsText("username")).containsExactly("carl");
        assertThat(call(carl, "GET", "/api/v1/rooms/general/members?after=x").status())
                .isEqualTo(400);
    }

    @Test
    void a_role_that_nobody_can_give_is_refused() {
        String path = path(group("{\"name\": \"us\"}"));

        assertThat(call(
                                anna,
                                "POST",
                                path + "/members",
                                "{\"user_id\": \"%s\", \"role\": \"owner\"}".formatted(bert.id()))
                        .error())
                .isEqualTo("room.role-invalid");
        assertThat(call(anna, "PATCH", path + "/members/" + bert.id(), "{\"role\": \"member\"}")
                        .error())
                .isEqualTo("room.member-not-found");
    }

    private Answer call(Server.Account who, String method, String path) {
        return server.call(method, path).token(who.token()).send();
    }

    private Answer call(Server.Account who, String method, String path, String json) {
        return server.call(method, path).json(json).token(who.token()).send();
    }

    private Answer group(String json) {
        return call(anna, "POST", "/api/v1/groups", json);
    }

    private static String path(Answer group) {
        return "/api/v1/groups/" + group.text("/id");
    }

    private static String member(Server.Account who) {
        return "{\"user_id\": \"%s\"}".formatted(who.id());
    }

    private List<String> roles(String path) {
        List<String> roles = new ArrayList<>();
        call(anna, "GET", path + "/members")
                .body()
                .get("members")
                .forEach(member -> roles.add(member.at("/user/username").asText() + " "
                        + member.get("role").asText()));
        return roles;
    }
}
