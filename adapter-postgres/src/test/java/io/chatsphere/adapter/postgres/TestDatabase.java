package io.chatsphere.adapter.postgres;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A database of its own on the test server: the one that {@code CHATSPHERE_TEST_DATABASE_URL} names, whose user must be
 * allowed to create databases, else an embedded one that is started once per JVM, durable as ours must be. Thread-safe.
 */
public final class TestDatabase implements AutoCloseable {
    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A database with our tables and nothing in them. */
    public static TestDatabase fresh() {
        return create(" TEMPLATE " + Template.NAME);
    }

    /** A database without tables. */
    public static TestDatabase empty() {
        return create("");
    }

    /** How to reach it. */
    public PostgresConfig config() {
        return TestServer.config(name);
    }

    /** Its URL, with user and password. */
    public String url() {
        return TestServer.url(name);
    }

    /** Host and port, for a proxy in between. */
    public String address() {
        return URI.create(url()).getAuthority().replaceFirst(".*@", "");
    }

    /** A connection with the server's own settings; the caller closes it. */
    public Connection connect() throws SQLException {
        return connect(config());
    }

    /** Runs statements that return nothing. */
    public void execute(String sql) {
        execute(name, sql);
    }

    /** Removes the database, whoever is still connected. */
    @Override
    public void close() {
        execute(TestServer.MAINTENANCE, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static TestDatabase create(String template) {
        String name = "chatsphere_test_" + UUID.randomUUID().toString().replace("-", "");
        execute(TestServer.MAINTENANCE, "CREATE DATABASE " + name + template);
        return new TestDatabase(name);
    }

    private static void execute(String database, String sql) {
        try (Connection connection = connect(TestServer.config(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(PostgresConfig config) throws SQLException {
        return DriverManager.getConnection(
                config.jdbcUrl(), config.user().orElse(null), config.password().orElse(null));
    }

    /** Migrated once and then copied, which is quicker than migrating each. */
    private static final class Template {
        static final String NAME = make();

        private static String make() {
            TestDatabase template = empty();
            if (!TestServer.isEmbedded()) {
                Runtime.getRuntime().addShutdownHook(new Thread(template::close));
            }
            try (PostgresStorage storage = new PostgresStorage(template.config())) {
                storage.migrate();
            }
            return template.name;
        }
    }
}
