package io.chatsphere.bootstrap.process.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.process.LiveConnection;
import io.chatsphere.bootstrap.process.Patience;
import io.chatsphere.bootstrap.process.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody was away while a hundred thousand messages were written, and comes back to another node. */
@ExtendWith(TwoNodes.class)
final class LongAwayIT {
    private static final Logger LOG = LoggerFactory.getLogger(LongAwayIT.class);
    private static final int MESSAGES = 100_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @Test
    void everything_comes_in_order_and_the_first_page_at_once(ChatCluster cluster) throws Exception {
        String name = "anna" + UUID.randomUUID().toString().substring(0, 8);
        Person anna = Person.register(cluster.node(0).uri(), name);
        String group = anna.call("POST", "/api/v1/groups", Map.of("name", "circle"))
                .body()
                .get("id")
                .asText();
        write(cluster, group, anna.id());

        Reader reader = new Reader(group);
        try (LiveConnection live =
                LiveConnection.open(anna.at(cluster.node(1).uri()).liveUri(), reader::receive)) {
            assertThat(live.isGreetedWithin(Patience.LIMIT)).isTrue();
            reader.begin(live);
            Awaitility.await().atMost(LONGEST).until(reader::isThrough);
            LOG.warn("Of {} missed messages {}", MESSAGES, reader);

            anna.say("group/" + group, "number " + (MESSAGES + 1));
            Patience.await().until(() -> reader.isAt(MESSAGES + 1));
            assertThat(reader.fault).isEmpty();
        }
    }

    /** As the server writes them: in one transaction, under the lock of the room's counters. */
    private static void write(ChatCluster cluster, String group, String author) throws SQLException {
        String sql = """
                BEGIN;
                SELECT FROM room_counters WHERE room_id = '%1$s' FOR NO KEY UPDATE;
                INSERT INTO messages (room_id, position, id, sent_revision, revision, from_user_id, created_at, message_type,
                    content)
                SELECT room_id, position + n, gen_random_uuid(), revision + n, revision + n, '%2$s', now(), 'TEXT',
                    'number ' || n
                FROM room_counters CROSS JOIN generate_series(1, %3$d) n WHERE room_id = '%1$s';
                UPDATE room_counters
                SET position = position + %3$d, revision = revision + %3$d, last_message_at = now()
                WHERE room_id = '%1$s';
                COMMIT""".formatted(group, author, MESSAGES);
        try (Connection database = cluster.postgres().connect();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Asks again from where it was told to, until it has all. */
    private static final class Reader {
        private final String group;
        private LiveConnection line;
        private String epoch = "";
        private String fault = "";
        private long cursor;
        private long asked;
        private long firstAfter;
        private long allAfter;
        private int answers;

        Reader(String group) {
            this.group = group;
        }

        synchronized void begin(LiveConnection live) {
            line = live;
            asked = System.nanoTime();
            resume();
        }

        synchronized boolean isThrough() {
            return allAfter > 0 || !fault.isEmpty();
        }

        synchronized boolean isAt(long revision) {
            return cursor == revision;
        }

        synchronized void receive(JsonNode frame) {
            JsonNode data = frame.path("data");
            switch (frame.get("type").asText()) {
                case "connection_established" -> epoch = data.get("epoch").asText();
                case "message" -> message(data);
                case "resumed" -> resumed(data);
                case "error" -> fault = data.toString();
                default -> {} // of no concern here
            }
        }

        private void message(JsonNode data) {
            firstAfter = firstAfter == 0 ? millis() : firstAfter;
            if (data.get("prev").asLong() != cursor
                    || !data.get("content").asText().equals("number " + (cursor + 1))) {
                fault = "behind " + cursor + " came " + data;
            }
            cursor = data.get("revision").asLong();
        }

        private void resumed(JsonNode data) {
            answers++;
            if (data.get("reset").asBoolean() || data.get("revision").asLong() != cursor) {
                fault = "at " + cursor + " came " + data;
            } else if (data.get("complete").asBoolean()) {
                allAfter = millis();
            } else {
                resume();
            }
        }

        private void resume() {
            Map<String, Object> room = Map.of("chat_type", "group", "chat_id", group, "revision", cursor);
            line.send("resume", Map.of("epoch", epoch, "rooms", List.of(room)));
        }

        private long millis() {
            return Duration.ofNanos(System.nanoTime() - asked).toMillis();
        }

        @Override
        public synchronized String toString() {
            return "the first came after " + firstAfter + " ms, all after " + allAfter + " ms in " + answers
                    + " answers";
        }
    }
}
