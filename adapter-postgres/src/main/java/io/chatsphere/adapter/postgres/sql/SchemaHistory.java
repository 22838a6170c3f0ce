package io.chatsphere.adapter.postgres.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What Flyway has written down about our tables, read without Flyway: loading that takes longer than everything else that a
 * start does with a database.
 */
final class SchemaHistory {
    static final String TABLE = "chatsphere_schema_history";

    /** Where the migrations lie in the jar. */
    static final String PLACE = "io/chatsphere/adapter/postgres/migration";

    /** All that lie there, in their order. */
    static final List<String> SCRIPTS = List.of("V1__chat.sql", "V2__accounts.sql");

    /** The table that Flyway would use, quoted: the one in the first schema of the search path. */
    private static final String FIND = "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            + " WHERE schemaname = current_schema() AND tablename = '" + TABLE + "'";

    private SchemaHistory() {}

    /**
     * Whether the tables are exactly as this program's migrations make them: all of these were applied, unchanged, with
     * success, and nothing else was, except that a baseline was set before them.
     */
    static boolean isCurrent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Optional<String> table = table(statement);
            return table.isPresent() && applied(statement, table.get()).equals(Step.all());
        }
    }

    private static Optional<String> table(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(FIND)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private static List<Step> applied(Statement statement, String table) throws SQLException {
        String query = "SELECT version, description, type, script, checksum, success FROM " + table
                + " WHERE type <> 'BASELINE' OR version <> '0' ORDER BY installed_rank";
        try (ResultSet row = statement.executeQuery(query)) {
            List<Step> steps = new ArrayList<>();
            while (row.next()) {
                steps.add(Step.read(row));
            }
            return steps;
        }
    }

    /** One migration, as the history has it. A repeatable one has no version, and one that is no file no checksum. */
    private record Step(
            Optional<String> version,
            String description,
            String type,
            String script,
            Optional<Integer> checksum,
            boolean success) {
        static Step read(ResultSet row) throws SQLException {
            return new Step(
                    Optional.ofNullable(row.getString("version")),
                    row.getString("description"),
                    row.getString("type"),
                    row.getString("script"),
                    Optional.ofNullable(row.getObject("checksum", Integer.class)),
                    row.getBoolean("success"));
        }

        static List<Step> all() {
            return SCRIPTS.stream().map(Step::of).toList();
        }

        private static Step of(String script) {
            String version = script.substring(1, script.indexOf("__"));
            String description = script.substring(script.indexOf("__") + 2, script.lastIndexOf('.'));
            return new Step(
                    Optional.of(version),
                    description.replace('_', ' '),
                    "SQL",
                    script,
                    Optional.of(checksum(script)),
                    true);
        }

        /** As Flyway computes it: over the lines without what ends them. */
        private static int checksum(String script) {
            CRC32 checksum = new CRC32();
            try (InputStream in = SchemaHistory.class.getResourceAsStream("/" + PLACE + "/" + script);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                lines.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + script, e);
            }
            return (int) checksum.getValue();
        }
    }
}
