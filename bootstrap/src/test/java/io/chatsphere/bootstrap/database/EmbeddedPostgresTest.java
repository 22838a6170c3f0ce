package io.chatsphere.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatsphere.bootstrap.error.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One folder for all, since making a database takes seconds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EmbeddedPostgresTest {
    @TempDir
    private static Path parent;

    private static Path folder;

    @BeforeAll
    static void chooseFolder() {
        folder = parent.resolve("with a space");
    }

    @Test
    @Order(1)
    void a_half_made_database_is_made_anew_and_can_be_read_by_its_owner_alone() throws Exception {
        Files.createDirectories(folder.resolve("data.new"));
        Files.writeString(folder.resolve("data.new").resolve("PG_VERSION"), "18");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(query(postgres, "SELECT 'äöü' || current_setting('server_encoding')"))
                    .isEqualTo("äöüUTF8");
        }

        assertThat(permissions("password")).isEqualTo("rw-------");
        assertThat(permissions("data")).isEqualTo("rwx------");
    }

    @Test
    @Order(2)
    void its_data_outlives_it_and_its_settings_are_durable() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            update(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                assertThat(query(postgres, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(postgres, "SHOW unix_socket_directories")).isEmpty();
        }
    }

    @Test
    @Order(3)
    void a_second_one_on_the_same_folder_is_refused_and_the_first_goes_on() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(folder))
                    .withMessageStartingWith("Another ChatSphere server is running on the data directory ");
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    @Order(4)
    void nobody_connects_without_the_password() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guessed"))
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    @Order(5)
    void a_pid_file_whose_number_now_belongs_to_another_process_is_no_hindrance() throws Exception {
        Path pidFile = folder.resolve("data").resolve("postmaster.pid");
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(pidFile, stranger.pid() + "\n" + folder.resolve("data") + "\n1\n5432\n\n127.0.0.1\n");

            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
                assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
            }

            assertThat(stranger.isAlive()).isTrue();
            assertThat(pidFile).doesNotExist();
        } finally {
            stranger.destroy();
        }
    }

    private static String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    private static void update(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
