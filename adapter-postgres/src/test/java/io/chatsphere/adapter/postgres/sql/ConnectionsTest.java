package io.chatsphere.adapter.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

final class ConnectionsTest {
    @Test
    void a_connection_that_takes_no_settings_is_closed() throws SQLException {
        try (TestDatabase database = TestDatabase.empty()) {
            Failed source = new Failed(database);

            assertThatThrownBy(() -> new Connections(source, source, false).keep())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("aborted");

            assertThat(source.given).hasSize(1);
            assertThat(source.given.getFirst().isClosed()).isTrue();
        }
    }

    /** Gives connections that live, in a transaction that has failed: they refuse every statement. */
    private static final class Failed extends PGSimpleDataSource {
        private static final long serialVersionUID = 1L;

        private final transient TestDatabase database;
        private final transient List<Connection> given = new ArrayList<>();

        Failed(TestDatabase database) {
            this.database = database;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = database.connect();
            given.add(connection);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("SELECT 1 / 0")).isInstanceOf(SQLException.class);
            }
            return connection;
        }
    }
}
