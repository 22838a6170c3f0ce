package io.chatsphere.adapter.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.adapter.postgres.PostgresConfig;
import io.chatsphere.adapter.postgres.TestDatabase;
import io.chatsphere.domain.error.ChatException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

final class MigrationsTest {
    private static final String HISTORY = "chatsphere_schema_history";
    private static final String BEGINNING = "INSERT INTO " + HISTORY
            + " (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)";

    private TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_scripts_that_we_name_are_those_that_flyway_finds() throws SQLException {
        Flyway flyway = Flyway.configure()
                .dataSource(source(""))
                .locations("classpath:" + SchemaHistory.PLACE)
                .table(HISTORY)
                .load();

        assertThat(Arrays.stream(flyway.info().all()).map(MigrationInfo::getScript))
                .containsExactlyElementsOf(SchemaHistory.SCRIPTS);
    }

    @Test
    void flyway_is_not_asked_about_tables_that_are_current() throws SQLException {
        assertPassesWithoutFlyway();
    }

    @Test
    void a_baseline_does_not_keep_tables_from_being_current() throws SQLException {
        useEmptyDatabase();
        database.execute("CREATE TABLE orders (id int)");
        migrations().run();

        assertPassesWithoutFlyway();
    }

    @Test
    void an_empty_database_and_one_of_an_earlier_version_are_migrated() throws SQLException {
        useEmptyDatabase();
        assertThat(isCurrent()).isFalse();
        assertThatThrownBy(() -> migrations().requireDone()).hasMessageContaining("not been migrated");
        Flyway.configure()
                .dataSource(source(""))
                .locations("classpath:" + SchemaHistory.PLACE)
                .table(HISTORY)
                .target("1")
                .load()
                .migrate();
        assertThat(isCurrent()).isFalse();
        assertThatThrownBy(() -> migrations().requireDone()).hasMessageContaining("not been migrated");

        migrations().run();

        assertThat(isCurrent()).isTrue();
    }

    @Test
    void tables_that_are_not_as_our_scripts_make_them_are_refused_by_flyway() throws SQLException {
        assertRefused("UPDATE " + HISTORY + " SET checksum = checksum + 1 WHERE version = '2'");
        assertRefused("UPDATE " + HISTORY + " SET description = 'something else' WHERE version = '2'");
        assertRefused("UPDATE " + HISTORY + " SET success = false WHERE version = '2'");
        assertRefused(BEGINNING + " VALUES (3, '1.5', 'between', 'SQL', 'V1_5__between.sql', 7, 'me', 1, true)");
    }

    @Test
    void tables_of_a_newer_version_are_shown_to_flyway_which_lets_them_be() throws SQLException {
        database.execute(BEGINNING + " VALUES (3, '99', 'to come', 'SQL', 'V99__to_come.sql', 7, 'me', 1, true)");

        assertThat(isCurrent()).isFalse();
        assertThatCode(() -> migrations().run()).doesNotThrowAnyException();
        assertThatCode(() -> migrations().requireDone()).doesNotThrowAnyException();
    }

    @Test
    void a_history_further_along_the_search_path_is_not_ours() throws SQLException {
        database.execute("CREATE SCHEMA \"Mine\"");
        DataSource mine = source("search_path=\"Mine\",public");
        try (Connection connection = mine.getConnection()) {
            assertThat(SchemaHistory.isCurrent(connection)).isFalse();
            new Migrations(mine).run();
            assertThat(SchemaHistory.isCurrent(connection)).isTrue();
        }
    }

    /** Flyway runs under a lock alone, which somebody else holds here. */
    private void assertPassesWithoutFlyway() throws SQLException {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtext('" + HISTORY + "'))");
            Migrations impatient = new Migrations(source("lock_timeout=1ms"));

            assertThatCode(impatient::run).doesNotThrowAnyException();
            assertThatCode(impatient::requireDone).doesNotThrowAnyException();

            database.execute("DELETE FROM " + HISTORY + " WHERE version = '2'");
            assertThatThrownBy(impatient::run).isInstanceOf(ChatException.Unavailable.class);
        }
    }

    private void assertRefused(String change) throws SQLException {
        database.close();
        database = TestDatabase.fresh();
        database.execute(change);

        assertThat(isCurrent()).isFalse();
        assertThatThrownBy(() -> migrations().run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The tables of ChatSphere cannot be made or upgraded here.")
                .hasCauseInstanceOf(FlywayValidateException.class);
    }

    private void useEmptyDatabase() {
        database.close();
        database = TestDatabase.empty();
    }

    private boolean isCurrent() throws SQLException {
        try (Connection connection = database.connect()) {
            return SchemaHistory.isCurrent(connection);
        }
    }

    private Migrations migrations() {
        return new Migrations(source(""));
    }

    /** @param setting of the sessions, as {@code name=value}; none if empty */
    private DataSource source(String setting) {
        PostgresConfig config = database.config();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(config.jdbcUrl());
        config.user().ifPresent(source::setUser);
        config.password().ifPresent(source::setPassword);
        if (!setting.isEmpty()) {
            source.setOptions("-c " + setting);
        }
        return source;
    }
}
