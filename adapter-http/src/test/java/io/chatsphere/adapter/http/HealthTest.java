package io.chatsphere.adapter.http;

import static io.chatsphere.application.health.HealthCheck.Status.DEGRADED;
import static io.chatsphere.application.health.HealthCheck.Status.HEALTHY;
import static io.chatsphere.application.health.HealthCheck.Status.UNHEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.health.HealthCheck;
import io.chatsphere.application.health.HealthCheck.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
    /** A part that always says the same. */
    private record Always(String name, Health check) implements HealthCheck {
        Always(String name, Status status) {
            this(name, Health.of(status));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HEALTHY, HEALTHY, 200, healthy",
        "DEGRADED, HEALTHY, 200, degraded",
        "HEALTHY, DEGRADED, 200, degraded",
        "HEALTHY, UNHEALTHY, 200, degraded",
        "UNHEALTHY, HEALTHY, 503, unhealthy",
        "UNHEALTHY, UNHEALTHY, 503, unhealthy",
    })
    void the_whole_is_as_well_as_what_it_cannot_do_without(Status database, Status redis, int status, String whole) {
        try (Server server = new Server(new Always("database", database), new Always("redis", redis))) {
            Answer health = server.get("/health").send();
            Answer ready = server.get("/health/ready").send();

            assertThat(health.status()).isEqualTo(status);
            assertThat(health.text("/status")).isEqualTo(whole);
            assertThat(ready.status()).isEqualTo(status);
            assertThat(ready.text("/status")).isEqualTo(whole);
            assertThat(server.get("/health/live").send().status()).isEqualTo(200);
        }
    }

    @Test
    void a_server_that_is_about_to_end_is_not_ready_and_answers_all_the_same() {
        try (Server server = new Server(new Always("database", HEALTHY))) {
            server.api().drain();

            Answer ready = server.get("/health/ready").send();
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.text("/status")).isEqualTo("unhealthy");
            assertThat(server.get("/health/live").send().status()).isEqualTo(200);
            assertThat(server.get("/health").send().status()).isEqualTo(200);
        }
    }

    @Test
    void each_part_answers_for_itself() {
        try (Server server = new Server(new Always("database", HEALTHY), new Always("redis", UNHEALTHY))) {
            assertThat(server.get("/health/db").send().status()).isEqualTo(200);
            Answer redis = server.get("/health/redis").send();

            assertThat(redis.status()).isEqualTo(503);
            assertThat(redis.text("/status")).isEqualTo("unhealthy");
        }
    }

    @Test
    void a_single_node_without_redis_says_so() {
        HealthCheck memory = new Always("redis", new HealthCheck.Health(HEALTHY, Map.of("mode", "memory")));
        try (Server server = new Server(new Always("database", HEALTHY), memory)) {
            Answer answer = server.get("/health").send();

            assertThat(answer.body().at("/services/redis").toString())
                    .isEqualTo("{\"status\":\"healthy\",\"mode\":\"memory\"}");
            assertThat(server.get("/health/redis").send().body())
                    .isEqualTo(answer.body().at("/services/redis"));
        }
    }

    @Test
    void a_part_without_a_check_is_in_memory_and_further_parts_are_shown() {
        try (Server server = new Server(new Always("files", DEGRADED))) {
            Answer answer = server.get("/health").send();

            assertThat(answer.text("/services/database/mode")).isEqualTo("memory");
            assertThat(answer.text("/services/files/status")).isEqualTo("degraded");
            assertThat(answer.text("/services/websocket/status")).isEqualTo("healthy");
            assertThat(answer.body()
                            .at("/services/websocket/active_connections")
                            .intValue())
                    .isZero();
            assertThat(answer.text("/version")).isEqualTo("1.2.3");
        }
    }

    @Test
    void the_root_says_where_everything_is() {
        try (Server server = new Server()) {
            Answer answer = server.get("/").header("Accept-Language", "en").send();

            assertThat(answer.text("/message")).isEqualTo("This is ChatSphere.");
            assertThat(answer.text("/websocket")).isEqualTo("/ws");
            assertThat(server.get(answer.text("/health")).send().status()).isEqualTo(200);
            assertThat(server.get(answer.text("/docs")).send().status()).isEqualTo(200);
        }
    }
}
