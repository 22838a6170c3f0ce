package io.chatsphere.bootstrap.process.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chatsphere.bootstrap.process.Patience;
import io.chatsphere.bootstrap.process.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code chatsphere load} against two nodes, as people start it. */
@ExtendWith(TwoNodes.class)
final class LoadIT {
    private static final Duration LONGEST = Patience.LIMIT.multipliedBy(3);

    @TempDir
    private Path folder;

    private final ChatCluster cluster;

    LoadIT(ChatCluster cluster) {
        this.cluster = cluster;
    }

    /** What the program said and how it ended. */
    private record Ended(int code, String out, String err) {
        JsonNode json() throws IOException {
            return Person.JSON.readTree(out);
        }
    }

    @Test
    void everything_is_proved_while_connections_are_lost_and_come_back_on_the_other_node() throws Exception {
        Path accounts = folder.resolve("accounts");
        Ended ended = load(
                "--connections=12",
                "--connections-per-user=2",
                "--rooms=3",
                "--members=8",
                "--rate=40",
                "--churn=4",
                "--warmup=1s",
                "--duration=4s",
                "--accounts=" + accounts,
                "--json");

        assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
        JsonNode report = ended.json();
        assertThat(report.get("verdict").asText()).isEqualTo("proved");
        JsonNode audit = report.get("audit");
        assertThat(audit.get("acknowledged").asInt()).isEqualTo(200);
        assertThat(audit.get("stored").asInt()).isEqualTo(200);
        assertThat(audit.get("deliveries").asInt()).isEqualTo(200 * 8);
        assertThat(audit.get("expected_deliveries").asInt()).isEqualTo(200 * 8);
        assertThat(audit.get("unread_users").asInt()).isEqualTo(6);
        assertThat(audit.get("unread_counts").asInt()).isEqualTo(12);
        assertThat(audit.get("faults")).isEmpty();
        JsonNode connections = report.get("connections");
        assertThat(connections.get("cut_by_churn").asInt()).isPositive();
        assertThat(connections.get("came_back").asInt())
                .isEqualTo(connections.get("cut_by_churn").asInt());
        assertThat(Files.readAllLines(accounts)).hasSize(6);
    }

    @Test
    void a_message_that_the_database_lost_is_found_and_named() throws Exception {
        execute("CREATE FUNCTION lose_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$");
        execute("CREATE TRIGGER lose_one BEFORE INSERT ON messages FOR EACH ROW"
                + " WHEN (NEW.client_message_id LIKE '%-7' AND NEW.content LIKE '7:%') EXECUTE FUNCTION lose_one()");
        Ended ended;
        try {
            ended = load("--connections=4", "--rate=10", "--warmup=0s", "--duration=2s", "--drain=5s");
        } finally {
            execute("DROP TRIGGER lose_one ON messages");
            execute("DROP FUNCTION lose_one()");
        }

        assertThat(ended.code()).as(ended.err() + ended.out()).isEqualTo(1);
        assertThat(ended.out())
                .contains("NOT_STORED", "message 7, acknowledged at position 8", "faults: ")
                .doesNotContain("proved");
    }

    @Test
    void a_server_that_is_not_there_and_options_that_are_wrong_have_exit_codes_of_their_own() throws Exception {
        assertThat(run("load", "--url=http://127.0.0.1:1").code()).isEqualTo(3);
        Ended wrong = run("load", "--connections=0", "--rooms=x", "--json");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err().lines()).hasSize(3);
        assertThat(wrong.out()).isEmpty();
    }

    private Ended load(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("load"));
        for (int i = 0; i < cluster.size(); i++) {
            arguments.add("--url=" + cluster.node(i).uri());
        }
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private Ended run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("chatsphere.jar")));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "load", ".out");
        Path err = Files.createTempFile(folder, "load", ".err");
        Process program = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(program.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return new Ended(program.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            program.destroyForcibly();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = cluster.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
