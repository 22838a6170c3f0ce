package io.chatsphere.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.chatsphere.contract.TestChat;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresStorageTest {
    @Test
    void an_empty_database_is_refused_until_it_is_migrated() {
        try (TestDatabase database = TestDatabase.empty();
                PostgresStorage storage = new PostgresStorage(database.config())) {
            assertThatThrownBy(storage::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not been migrated");

            storage.migrate();
            storage.open();
            storage.ping();
        }
    }

    @Test
    void several_nodes_may_migrate_at_once_and_again() {
        try (TestDatabase database = TestDatabase.empty()) {
            Tasks.parallel(4, i -> {
                try (PostgresStorage storage = new PostgresStorage(database.config())) {
                    storage.migrate();
                    storage.migrate();
                    storage.open();
                }
                return i;
            });
        }
    }

    @Test
    void a_host_applications_tables_and_migrations_are_left_alone() throws SQLException {
        try (TestDatabase database = TestDatabase.empty()) {
            database.execute("CREATE TABLE flyway_schema_history (mine int); CREATE TABLE orders (id int)");
            try (PostgresStorage storage = new PostgresStorage(database.config())) {
                storage.migrate();
                storage.open();
            }
            assertThat(one(database, "SELECT count(*) FROM flyway_schema_history"))
                    .isEqualTo("0");
            assertThat(one(database, "SELECT count(*) FROM chatsphere_schema_history WHERE version = '1'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void a_database_that_is_away_is_unavailable_and_may_come_later() throws IOException {
        try (TestDatabase database = TestDatabase.fresh();
                PostgresStorage storage = new PostgresStorage(
                        PostgresConfig.parse(database.url().replace(database.address(), freeAddress())))) {
            assertThatThrownBy(storage::migrate).isInstanceOf(ChatException.Unavailable.class);
            assertThatThrownBy(storage::open).isInstanceOf(ChatException.Unavailable.class);
            assertThatThrownBy(storage::ping).isInstanceOf(ChatException.Unavailable.class);
        }
    }

    @Test
    void an_unknown_database_is_refused_in_a_sentence() {
        try (TestDatabase database = TestDatabase.empty();
                PostgresStorage storage = new PostgresStorage(
                        PostgresConfig.parse(database.url().replaceFirst("test_[0-9a-f]+", "no")))) {
            assertThatThrownBy(storage::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("database name");
            assertThatThrownBy(storage::migrate).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_server_that_loses_data_in_a_crash_is_refused() throws IOException {
        try (EmbeddedPostgres careless = EmbeddedPostgres.start();
                PostgresStorage storage = new PostgresStorage(
                        PostgresConfig.parse("postgresql://postgres@127.0.0.1:" + careless.getPort() + "/postgres"))) {
            storage.migrate();
            assertThatThrownBy(storage::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("fsync = off");
        }
    }

    @Test
    void a_database_that_does_not_wait_for_the_disk_is_overruled() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh()) {
            database.execute(
                    "ALTER DATABASE " + one(database, "SELECT current_database()") + " SET synchronous_commit = off");
            try (PostgresStorage storage = new PostgresStorage(database.config())) {
                assertThatCode(storage::open).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void a_host_applications_connections_serve_and_keep_their_own_settings() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh();
                HikariDataSource host = hostPool(database)) {
            try (PostgresStorage storage = new PostgresStorage(host)) {
                storage.open();
                TestChat chat = new TestChat(storage.storage());
                RoomId room = chat.publicRoom();
                chat.send(room, chat.member(room), 3);
                assertThat(storage.storage().changes().heads(List.of(room)).get(room))
                        .isEqualTo(new Revision(3));
            }
            assertThat(host.isClosed()).isFalse();
            try (Connection connection = host.getConnection()) {
                assertThat(connection.getAutoCommit()).isTrue();
                assertThat(one(connection, "SHOW lock_timeout")).isEqualTo("77ms");
                assertThat(one(connection, "SHOW synchronous_commit")).isEqualTo("off");
                assertThat(one(connection, "SHOW transaction_isolation")).isEqualTo("serializable");
            }
        }
    }

    @Test
    void nothing_is_appended_before_it_is_opened() {
        try (TestDatabase database = TestDatabase.fresh();
                PostgresStorage storage = new PostgresStorage(database.config())) {
            TestChat chat = new TestChat(storage.storage());
            RoomId room = chat.publicRoom();

            assertThatThrownBy(() -> chat.send(room, chat.member(), "text")).isInstanceOf(IllegalStateException.class);
        }
    }

    private static HikariDataSource hostPool(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.config().jdbcUrl());
        database.config().user().ifPresent(pool::setUsername);
        database.config().password().ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(3);
        pool.setConnectionInitSql("SET lock_timeout = 77; SET synchronous_commit = off;"
                + " SET default_transaction_isolation = 'serializable'");
        return pool;
    }

    private static String one(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            return one(connection, sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }
}
