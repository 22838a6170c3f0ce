package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked to end while everybody talks. */
final class DrainIT {
    private static final int TERMINATED = 143;
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final int SENDERS = 20;
    private static final int ENOUGH = 1_000;

    @TempDir
    private Path data;

    @Test
    void everybody_is_told_to_go_elsewhere_and_nothing_acknowledged_is_lost() {
        CountDownLatch end = new CountDownLatch(1);
        List<Sender> senders;
        try (ServerProcess server = ServerProcess.serve("--data-dir=" + data, "--rate-limit-requests=0")) {
            senders = IntStream.range(0, SENDERS)
                    .mapToObj(i -> new Sender(Person.register(server.uri(), "sender" + i)))
                    .toList();
            try (LiveClient slow = Person.register(server.uri(), "slow").connect(frame -> awaitQuietly(end))) {
                senders.forEach(Sender::begin);
                Patience.await()
                        .until(() ->
                                senders.stream().mapToInt(Sender::acknowledged).sum() >= ENOUGH);

                server.terminate();
                server.terminate();

                assertThat(server.awaitEnd(PROMISED)).as(server.output()).isEqualTo(TERMINATED);
                assertThat(slow.messages()).isEmpty();
            } finally {
                end.countDown();
            }
            Patience.await().until(() -> senders.stream().allMatch(Sender::isCutOff));
            assertThat(server.output()).doesNotContain("ERROR");
        }
        assertThat(senders).allSatisfy(sender -> {
            assertThat(sender.client.closeCode()).isEqualTo(1012);
            assertThat(sender.client.hasHeard("reconnect")).isTrue();
        });
        audit(senders);
    }

    private void audit(List<Sender> senders) {
        try (ServerProcess server = ServerProcess.serve("--data-dir=" + data)) {
            assertThat(server.output()).doesNotContain("The last run was killed");
            List<JsonNode> history = senders.getFirst().person.at(server.uri()).history("general");
            Map<String, Long> stored = new HashMap<>();
            history.forEach(message -> assertThat(stored.put(
                            message.get("content").asText(),
                            message.get("position").asLong()))
                    .isNull());

            assertThat(stored.values())
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, history.size()).boxed().toList());
            assertThat(senders)
                    .allSatisfy(sender -> assertThat(stored.entrySet()).containsAll(sender.acknowledged.entrySet()));
            // What the server had begun to store when it was told to end, it has also acknowledged.
            assertThat(stored)
                    .hasSize(senders.stream().mapToInt(Sender::acknowledged).sum());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps a few messages on their way, each with an id of its own as its text. */
    private static final class Sender {
        private static final int ON_THEIR_WAY = 5;

        private final Person person;
        private final Map<String, Long> acknowledged = new HashMap<>();
        private volatile LiveClient client;
        private int next;

        Sender(Person person) {
            this.person = person;
        }

        void begin() {
            LiveClient live = person.connect(this::receive);
            synchronized (this) {
                client = live;
                for (int i = 0; i < ON_THEIR_WAY; i++) {
                    sendNext();
                }
            }
        }

        synchronized int acknowledged() {
            return acknowledged.size();
        }

        boolean isCutOff() {
            return client.closeCode() != 0;
        }

        private void sendNext() {
            String id = person.name() + "-" + next++;
            client.say(id, id);
        }

        private synchronized void receive(JsonNode frame) {
            if (frame.get("type").asText().equals("message_ack")) {
                acknowledged.put(
                        frame.at("/data/client_message_id").asText(),
                        frame.at("/data/position").asLong());
                sendNext();
            }
        }
    }
}
