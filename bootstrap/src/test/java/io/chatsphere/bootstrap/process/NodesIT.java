package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several servers on one database, by their settings alone. */
final class NodesIT {
    private static final String SECRET = "--secret-key=nodes-that-share-a-database-share-this-key-0123456789";
    private static final String APART = "2 nodes share this store";

    @TempDir
    private Path data;

    @Test
    void nodes_that_begin_together_on_an_empty_database_share_it_and_say_that_they_lack_redis() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            List<ServerProcess> nodes = AtOnce.run(2, i -> node(database, i));
            try (ServerProcess one = nodes.getFirst()) {
                try (ServerProcess two = nodes.getLast()) {
                    Person anna = Person.register(one.uri(), "anna");
                    assertThat(anna.at(two.uri()).history("general")).isEmpty();
                    Patience.await().until(() -> redis(one.uri()).equals("degraded memory"));
                    Patience.await().until(() -> redis(two.uri()).equals("degraded memory"));
                    assertThat(Person.get(two.uri(), "/health").get("status").asText())
                            .isEqualTo("degraded");
                    assertThat(one.output()).contains(APART, "REDIS_URL");
                    assertThat(two.output()).containsOnlyOnce(APART);
                }
                Patience.await().until(() -> redis(one.uri()).equals("healthy memory"));
                assertThat(one.output()).containsOnlyOnce(APART);
            }
        }
    }

    private ServerProcess node(TestDatabase database, int number) {
        return ServerProcess.serve(
                "--database-url=" + database.url(), "--data-dir=" + data.resolve("" + number), SECRET);
    }

    private static String redis(URI node) {
        var redis = Person.get(node, "/health/redis");
        return redis.get("status").asText() + " " + redis.path("mode").asText();
    }
}
