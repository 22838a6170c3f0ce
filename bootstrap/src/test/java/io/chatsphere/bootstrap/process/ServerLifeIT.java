package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a conversation, an end and a new beginning. */
final class ServerLifeIT {
    private static final int TERMINATED = 143;
    private static final Duration DRAIN = Duration.ofSeconds(10);

    @TempDir
    private Path data;

    @Test
    void a_conversation_outlives_the_server() throws Exception {
        Person anna;
        try (ServerProcess server = ServerProcess.serve("--data-dir=" + data)) {
            assertThat(Person.get(server.uri(), "/health").get("status").asText())
                    .isEqualTo("healthy");
            anna = Person.register(server.uri(), "anna");
            Person bert = Person.register(server.uri(), "bert");
            talk(server, anna, bert);
        }
        try (ServerProcess server = ServerProcess.serve("--data-dir=" + data)) {
            assertThat(server.output()).doesNotContain("WARN");
            assertThat(contents(anna.at(server.uri()))).containsExactly("hello Bert", "hello Anna");
        }
    }

    private void talk(ServerProcess server, Person anna, Person bert) throws IOException {
        try (LiveClient annas = anna.connect(frame -> {});
                LiveClient berts = bert.connect(frame -> {})) {
            annas.say("1", "hello Bert");
            Patience.await().until(() -> berts.messages().size() == 1);
            berts.say("1", "hello Anna");
            Patience.await().until(() -> annas.messages().size() == 2);
            assertThat(annas.hasHeard("message_ack")).isTrue();
            assertThat(contents(bert)).containsExactly("hello Bert", "hello Anna");
            assertThat(postmaster()).isPresent();

            server.terminate();

            assertThat(server.awaitEnd(DRAIN)).isEqualTo(TERMINATED);
            Patience.await().until(() -> annas.closeCode() != 0 && berts.closeCode() != 0);
            assertThat(List.of(annas.closeCode(), berts.closeCode())).containsOnly(1012);
        }
        assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(server.output()).doesNotContain(anna.token()).doesNotContain("hello");
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static List<String> contents(Person reader) {
        return reader.history("general").stream()
                .map((JsonNode message) -> message.get("content").asText())
                .toList();
    }
}
