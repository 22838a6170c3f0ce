package io.chatsphere.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.adapter.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that somebody else runs. */
final class ExternalDatabaseIT {
    @TempDir
    private Path data;

    @Test
    void migrating_makes_the_tables_and_nothing_else_and_a_server_then_serves_them() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            String url = "--database-url=" + database.url();
            try (ServerProcess program = ServerProcess.run("migrate", url, "--data-dir=" + data)) {
                assertThat(program.awaitEnd(Patience.LIMIT))
                        .as(program.output())
                        .isZero();
            }
            assertThat(count(database, "rooms")).isZero();
            assertThat(data).isEmptyDirectory();

            try (ServerProcess server = ServerProcess.serve(url, "--data-dir=" + data)) {
                Person.register(server.uri(), "anna");
            }
            assertThat(count(database, "users")).isOne();
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }

    private static int count(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
