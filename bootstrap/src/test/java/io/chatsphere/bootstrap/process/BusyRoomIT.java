package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many talk at once in one room, each as fast as it hears itself; {@code chatsphere.busyRoomSeconds} says how long. */
final class BusyRoomIT {
    private static final int PEOPLE = 20;
    private static final Duration HOW_LONG = Duration.ofSeconds(Long.getLong("chatsphere.busyRoomSeconds", 12));

    @TempDir
    private Path data;

    @Test
    void everybody_hears_everything_once_and_in_one_order() {
        try (ServerProcess server = ServerProcess.serve("--data-dir=" + data, "--rate-limit-requests=0")) {
            List<Talker> talkers = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> new Talker(Person.register(server.uri(), "talker" + i)))
                    .toList();
            talkers.forEach(Talker::connect);
            talkers.forEach(Talker::say);
            Awaitility.await()
                    .pollDelay(HOW_LONG)
                    .atMost(HOW_LONG.plus(Patience.LIMIT))
                    .until(() -> true);
            talkers.forEach(talker -> talker.talking = false);
            Patience.await().until(() -> talkers.stream().allMatch(talker -> talker.heard.get() == total(talkers)));

            List<JsonNode> history = talkers.getFirst().person.history("general");
            assertThat(talkers)
                    .allSatisfy(talker -> assertThat(talker.client.closeCode()).isZero());
            assertThat(history).hasSize(total(talkers)).hasSizeGreaterThan(PEOPLE);
            assertThat(history.stream().map(message -> message.get("position").asLong()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, history.size()).boxed().toList());
            assertThat(talkers)
                    .allSatisfy(talker -> assertThat(talker.client.messages()).isEqualTo(ids(history)));
        }
    }

    private static int total(List<Talker> talkers) {
        return talkers.stream().mapToInt(talker -> talker.said.get()).sum();
    }

    private static List<String> ids(List<JsonNode> messages) {
        return messages.stream().map(message -> message.get("id").asText()).toList();
    }

    private static final class Talker {
        private final Person person;
        private final AtomicInteger said = new AtomicInteger();
        private final AtomicInteger heard = new AtomicInteger();
        private volatile boolean talking = true;
        private LiveClient client;

        Talker(Person person) {
            this.person = person;
        }

        void connect() {
            client = person.connect(this::hear);
        }

        void say() {
            String id = person.name() + "-" + said.incrementAndGet();
            client.say(id, id);
        }

        private void hear(JsonNode frame) {
            if (frame.get("type").asText().equals("message")) {
                heard.incrementAndGet();
                if (talking && frame.at("/data/from_user/username").asText().equals(person.name())) {
                    say();
                }
            }
        }
    }
}
