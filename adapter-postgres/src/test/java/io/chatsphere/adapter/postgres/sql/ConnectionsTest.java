package io.chatsphere.adapter.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
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

    @Test
    void plans_neither_sort_where_an_index_does_nor_are_compiled_on_our_connections_and_on_borrowed_ones()
            throws SQLException {
        try (TestDatabase database = TestDatabase.empty()) {
            PGSimpleDataSource source = source(database);
            Connections ours = new Connections(source, source, false);
            Connections borrowed = new Connections(source, source, true);
            try (Connection kept = ours.keep();
                    Connection lent = borrowed.keep();
                    Connection reading = borrowed.keep()) {
                lent.setAutoCommit(false);
                borrowed.begun(lent);
                reading.setAutoCommit(false);
                borrowed.begunSnapshot(reading);

                assertThat(List.of(kept, lent, reading)).allSatisfy(connection -> {
                    assertThat(setting(connection, "enable_sort")).isEqualTo("off");
                    assertThat(setting(connection, "jit")).isEqualTo("off");
                });
            }
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static PGSimpleDataSource source(TestDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.config().jdbcUrl());
        database.config().user().ifPresent(source::setUser);
        database.config().password().ifPresent(source::setPassword);
        return source;
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
