package io.chatsphere.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTest {
    private Server server;
    private Server.Account anna;

    @BeforeEach
    void start() {
        server = new Server();
        anna = server.register("anna");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/rooms", "/chat/rooms"})
    void the_default_rooms_come_in_their_order(String path) {
        Answer answer = get(path);

        assertThat(ids(answer)).containsExactly("general", "tech", "random");
        assertThat(answer.text("/rooms/0/name")).isEqualTo("公共大厅");
        assertThat(answer.body().at("/rooms/0/max_members").intValue()).isEqualTo(1000);
    }

    @Test
    void a_list_is_read_page_by_page() {
        create("{\"id\": \"music\", \"name\": \"音乐\"}");

        assertThat(ids(get("/api/v1/rooms?limit=2"))).containsExactly("general", "tech");
        assertThat(ids(get("/api/v1/rooms?limit=2&after=tech"))).containsExactly("random", "music");
        assertThat(ids(get("/api/v1/rooms?limit=2&after=music"))).isEmpty();
        assertThat(ids(get("/api/v1/rooms?after=unknown"))).isEmpty();
    }

    @Test
    void a_room_is_made_with_the_slug_that_is_asked_for() {
        Answer made = create("""
                {"id": "music", "name": "音乐", "description": "聊聊音乐", "max_members": 20}""");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/rooms/music");
        assertThat(made.text("/created_by")).isEqualTo(anna.id());
        assertThat(get("/api/v1/rooms/music").body()).isEqualTo(made.body());
    }

    @Test
    void a_room_without_a_slug_gets_one() {
        Answer made = create("{\"name\": \"Music\", \"id\": null}");

        assertThat(made.text("/id")).hasSize(36);
        assertThat(get("/api/v1/rooms/" + made.text("/id")).text("/name")).isEqualTo("Music");
    }

    @Test
    void a_slug_is_given_once() {
        Answer answer = create("{\"id\": \"general\", \"name\": \"Mine\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.error()).isEqualTo("room.slug-taken");
    }

    @Test
    void all_faults_of_a_room_are_named_together() {
        Answer answer =
                create("{\"id\": \"No!\", \"description\": \"%s\", \"max_members\": 1}".formatted("d".repeat(501)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).isEqualTo("id,name,description,max_members");
    }

    @Test
    void a_name_of_white_space_is_no_name() {
        Answer answer = create("{\"name\": \"  \"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("room.name-invalid");
    }

    @Test
    void an_unknown_room_is_not_found() {
        assertThat(get("/api/v1/rooms/nowhere").status()).isEqualTo(404);
        assertThat(get("/api/v1/rooms/Nowhere").error()).isEqualTo("room.slug-invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, 400, request.out-of-range, limit",
        "limit=-1, 400, request.out-of-range, limit",
        "limit=101, 400, request.out-of-range, limit",
        "limit=99999999999999999999999, 400, request.out-of-range, limit",
        "limit=abc, 422, request.wrong-type, limit",
        "limit=, 422, request.wrong-type, limit",
        "limit=1.5, 422, request.wrong-type, limit",
        "limit=%2B1, 422, request.wrong-type, limit",
        "limit=٣, 422, request.wrong-type, limit",
        "after=A%20B, 400, room.slug-invalid, after",
    })
    void a_wrong_query_names_its_parameter(String query, int status, String error, String field) {
        Answer answer = get("/api/v1/rooms?" + query);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).isEqualTo(error);
        assertThat(answer.text("/data/field")).isEqualTo(field);
    }

    @Test
    void strangers_see_no_rooms() {
        assertThat(server.get("/api/v1/rooms").send().status()).isEqualTo(401);
        assertThat(server.post("/api/v1/rooms", "{}").send().status()).isEqualTo(401);
    }

    private Answer get(String path) {
        return server.get(path).token(anna.token()).send();
    }

    private Answer create(String body) {
        return server.post("/api/v1/rooms", body).token(anna.token()).send();
    }

    private static List<String> ids(Answer answer) {
        return answer.body().get("rooms").findValuesAsText("id");
    }
}
