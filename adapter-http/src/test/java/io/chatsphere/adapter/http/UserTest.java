package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {
    private Server server;
    private Server.Account anna;
    private Server.Account bert;

    @BeforeEach
    void start() {
        server = new Server();
        anna = server.register("anna");
        bert = server.register("bert");
        server.register("carl");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void users_are_found_by_how_their_name_begins() {
        server.register("Annabelle");
        server.register("张三丰");

        assertThat(names("an")).containsExactly("anna", "Annabelle");
        assertThat(names("ANNA")).containsExactly("anna", "Annabelle");
        assertThat(names("张")).containsExactly("张三丰");
        assertThat(names("%")).isEmpty();
        assertThat(names(" ")).isEmpty();
    }

    @Test
    void a_search_is_read_page_by_page() {
        server.register("annabelle");

        assertThat(users("query=an&limit=1")).containsExactly("anna");
        assertThat(users("query=an&limit=1&after=anna")).containsExactly("annabelle");
    }

    @Test
    void a_search_that_cannot_be_is_refused() {
        assertThat(call(anna, "GET", "/api/v1/users").error()).isEqualTo("request.missing-field");
        assertThat(call(anna, "GET", "/api/v1/users?query=a&limit=51").status()).isEqualTo(400);
        assertThat(call(anna, "GET", "/api/v1/users?query=a&after=!").error()).isEqualTo("request.cursor-invalid");
    }

    @Test
    void nobody_sees_the_address_of_another() {
        Answer shown = call(anna, "GET", "/api/v1/users/" + bert.id());

        assertThat(shown.text("/username")).isEqualTo("bert");
        assertThat(shown.body().toString()).doesNotContain("example.com");
        assertThat(call(anna, "GET", "/api/v1/users/01930a5e-0000-7000-8000-00000000000f")
                        .error())
                .isEqualTo("user.not-found");
        assertThat(call(anna, "GET", "/api/v1/users/1").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/online", "/chat/online-users"})
    void nobody_is_online_without_a_live_connection(String path) {
        Answer answer = call(anna, "GET", path);

        assertThat(answer.body().get("count").intValue()).isZero();
        assertThat(answer.body().get("users")).isEmpty();
    }

    @Test
    void a_live_connection_makes_a_user_online_and_live_where_they_are() {
        try (LiveConnection live = LiveConnection.open(server.chat(), anna.id())) {
            live.enter("general");

            // Presence is registered soon after the connection is made; nobody waits for it.
            await().untilAsserted(() -> assertThat(
                            call(bert, "GET", "/api/v1/users/online").text("/users/0/username"))
                    .isEqualTo("anna"));
            await().untilAsserted(() -> assertThat(call(bert, "GET", "/api/v1/rooms/general/online-count")
                            .body()
                            .get("online_count")
                            .intValue())
                    .isEqualTo(1));
            Answer count = call(bert, "GET", "/api/v1/rooms/general/online-count");
            assertThat(count.text("/room_id")).isEqualTo("general");
            assertThat(count.text("/online_users/0")).isEqualTo(anna.id());
            assertThat(call(bert, "GET", "/api/v1/rooms")
                            .body()
                            .at("/rooms/0/online_count")
                            .intValue())
                    .isEqualTo(1);
        }
        assertThat(call(bert, "GET", "/api/v1/rooms/nowhere/online-count").status())
                .isEqualTo(404);
    }

    @Test
    void the_figures_count_users_and_messages() {
        call(anna, "POST", "/api/v1/messages/room/general", "{\"content\": \"hello\"}");

        Answer stats = call(bert, "GET", "/api/v1/stats");

        assertThat(stats.body().get("total_users").intValue()).isEqualTo(3);
        assertThat(stats.body().get("total_messages").intValue()).isEqualTo(1);
        assertThat(stats.body().get("today_messages").intValue()).isEqualTo(1);
        assertThat(stats.body().get("online_users").intValue()).isZero();
    }

    private Answer call(Server.Account who, String method, String path) {
        return server.call(method, path).token(who.token()).send();
    }

    private Answer call(Server.Account who, String method, String path, String json) {
        return server.call(method, path).json(json).token(who.token()).send();
    }

    private List<String> names(String start) {
        return users("query=" + URLEncoder.encode(start, StandardCharsets.UTF_8));
    }

    private List<String> users(String query) {
        return call(anna, "GET", "/api/v1/users?" + query).body().findValuesAsText("username");
    }
}
