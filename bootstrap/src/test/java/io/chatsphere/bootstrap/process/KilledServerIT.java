package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the server was killed, and what was not can be sent again. */
final class KilledServerIT {
    private static final int SENDERS = 10;
    private static final int ENOUGH = 500;

    @TempDir
    private Path data;

    @Test
    void a_kill_loses_nothing_acknowledged_and_a_retry_stores_once() {
        List<Sender> senders;
        try (ServerProcess server = ServerProcess.serve("--data-dir=" + data, "--rate-limit-requests=0")) {
            senders = IntStream.range(0, SENDERS)
                    .mapToObj(i -> new Sender(Person.register(server.uri(), "sender" + i)))
                    .toList();
            senders.forEach(Sender::begin);
            Patience.await()
                    .until(() -> senders.stream().mapToInt(Sender::acknowledged).sum() >= ENOUGH);
            server.kill();
            Patience.await().until(() -> senders.stream().allMatch(Sender::isCutOff));
        }
        try (ServerProcess server = ServerProcess.serve("--data-dir=" + data, "--rate-limit-requests=0")) {
            assertThat(server.output()).contains("The last run was killed");
            assertThat(senders).anyMatch(Sender::isWaiting);
            senders.forEach(sender -> sender.retry(server));
            Patience.await().until(() -> senders.stream().noneMatch(Sender::isWaiting));

            audit(senders.getFirst().person.at(server.uri()).history("general"), senders);
        }
    }

    private static void audit(List<JsonNode> history, List<Sender> senders) {
        Map<String, Long> positions = new HashMap<>();
        history.forEach(message -> assertThat(positions.put(
                        message.get("content").asText(), message.get("position").asLong()))
                .as("stored twice: %s", message)
                .isNull());

        assertThat(history.stream().map(message -> message.get("position").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, history.size()).boxed().toList());
        Map<String, Long> acknowledged = new HashMap<>();
        senders.forEach(sender -> acknowledged.putAll(sender.acknowledged));
        assertThat(positions).containsExactlyInAnyOrderEntriesOf(acknowledged);
    }

    /** Keeps a few messages on their way, each with an id of its own as its text. */
    private static final class Sender {
        private static final int ON_THEIR_WAY = 5;

        private final Person person;
        private final Map<String, Long> acknowledged = new HashMap<>();
        private final Set<String> waiting = new HashSet<>();
        private volatile LiveClient client;
        private int next;

        Sender(Person person) {
            this.person = person;
        }

        void begin() {
            LiveClient live = person.connect(frame -> receive(frame, true));
            synchronized (this) {
                client = live;
                for (int i = 0; i < ON_THEIR_WAY; i++) {
                    sendNext();
                }
            }
        }

        void retry(ServerProcess server) {
            LiveClient live = person.at(server.uri()).connect(frame -> receive(frame, false));
            synchronized (this) {
                client = live;
                waiting.forEach(id -> client.say(id, id));
            }
        }

        synchronized int acknowledged() {
            return acknowledged.size();
        }

        synchronized boolean isWaiting() {
            return !waiting.isEmpty();
        }

        boolean isCutOff() {
            return client.closeCode() != 0;
        }

        private void sendNext() {
            String id = person.name() + "-" + next++;
            waiting.add(id);
            client.say(id, id);
        }

        private synchronized void receive(JsonNode frame, boolean goOn) {
            if (frame.get("type").asText().equals("message_ack")) {
                String id = frame.at("/data/client_message_id").asText();
                acknowledged.put(id, frame.at("/data/position").asLong());
                waiting.remove(id);
                if (goOn) {
                    sendNext();
                }
            }
        }
    }
}
