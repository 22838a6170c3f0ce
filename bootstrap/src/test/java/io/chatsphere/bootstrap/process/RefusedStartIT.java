package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts it wrongly reads one sentence for each thing that is wrong. */
final class RefusedStartIT {
    @TempDir
    private Path data;

    @Test
    void a_second_server_finds_the_data_directory_or_the_port_taken() {
        try (ServerProcess first = ServerProcess.serve("--data-dir=" + data.resolve("first"))) {
            assertEnds(
                    1,
                    "chatsphere: Another ChatSphere server is running on the data directory "
                            + data.resolve("first/postgres") + "; stop it, or give this one a DATA_DIR of its own.",
                    "--data-dir=" + data.resolve("first"));
            String place = "127.0.0.1:" + first.uri().getPort();
            assertEnds(
                    1,
                    "chatsphere: Another program listens on " + place + " already; stop it or choose another PORT.",
                    "--data-dir=" + data.resolve("second"),
                    "--host=127.0.0.1",
                    "--port=" + first.uri().getPort());
        }
    }

    @Test
    void every_wrong_setting_is_told() {
        try (ServerProcess program = ServerProcess.run("--port=x", "--environment=production")) {
            assertThat(program.awaitEnd(Patience.LIMIT)).isEqualTo(2);
            assertThat(program.output()).isEqualToNormalizingNewlines("""
                            chatsphere: some settings cannot be used:
                              - PORT must be a whole number from 0 to 65535, and is "x".
                              - DATABASE_URL must be set in production; the embedded PostgreSQL is for development.
                              - SECRET_KEY must be set in production.
                            """);
        }
    }

    @Test
    void the_file_in_the_folder_of_the_start_is_read() throws IOException {
        Files.writeString(data.resolve(".env"), "PORT=x\n");

        try (ServerProcess program = ServerProcess.runIn(data)) {
            assertThat(program.awaitEnd(Patience.LIMIT)).isEqualTo(2);
            assertThat(program.output()).contains("PORT must be a whole number from 0 to 65535, and is \"x\".");
        }
    }

    @Test
    void a_database_that_is_away_is_waited_for_and_then_named() {
        try (ServerProcess program = ServerProcess.run(
                "--database-url=postgresql://nobody:geheim@127.0.0.1:1/none",
                "--database-start-timeout=2",
                "--data-dir=" + data)) {
            assertThat(program.awaitEnd(Patience.LIMIT)).isEqualTo(1);
            assertThat(program.output())
                    .contains("WARN  OpenDatabase - The database does not answer yet; trying again for up to 2 s")
                    .endsWith("chatsphere: The database did not answer within 2 seconds; check that PostgreSQL runs"
                            + " where DATABASE_URL or POSTGRES_HOST say.\n")
                    .doesNotContain("geheim")
                    .doesNotContain("\tat ");
        }
    }

    private static void assertEnds(int code, String line, String... arguments) {
        try (ServerProcess program = ServerProcess.run(arguments)) {
            assertThat(program.awaitEnd(Patience.LIMIT)).as(program.output()).isEqualTo(code);
            assertThat(program.output().lines()).last().isEqualTo(line);
            assertThat(program.output()).doesNotContain("\tat ");
        }
    }
}
