package io.chatsphere.adapter.postgres;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Tells what the server has read of tables, by its own statistics. */
final class TableReads {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final TestDatabase database;

    TableReads(TestDatabase database) {
        this.database = database;
    }

    /** Waits until the server says that so many rows were put into a table: sessions count for a while before they tell. */
    void awaitCounted(String table, long rows) {
        String inserted = "SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = '" + table + "'";
        await().atMost(DEADLINE).until(() -> number(inserted) >= rows);
    }

    /** How many rows of these tables are read by so many rounds of work, behind which the storage is closed. */
    long rowsOf(PostgresStorage postgres, int rounds, Runnable work, List<String> tables) {
        return countedBy(
                postgres,
                rounds,
                work,
                "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))"
                        + " FROM pg_stat_user_tables WHERE relname IN ('" + String.join("', '", tables) + "')");
    }

    /**
     * How many pages of all tables but Flyway's, and of their indexes, are touched by so many rounds of work, behind which the
     * storage is closed: the buffers of EXPLAIN, without explaining.
     */
    long pagesOf(PostgresStorage postgres, int rounds, Runnable work) {
        return countedBy(
                postgres,
                rounds,
                work,
                "SELECT sum(heap_blks_read + heap_blks_hit"
                        + " + coalesce(idx_blks_read + idx_blks_hit, 0)) FROM pg_statio_user_tables WHERE relname NOT LIKE '%schema_history'");
    }

    private long countedBy(PostgresStorage postgres, int rounds, Runnable work, String counter) {
        long before = number(counter);
        for (int round = 0; round < rounds; round++) {
            work.run();
        }
        postgres.close();
        await().atMost(DEADLINE).until(() -> sessions() == 0 && number(counter) > before);
        return number(counter) - before;
    }

    private long sessions() {
        return number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'");
    }

    private long number(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
