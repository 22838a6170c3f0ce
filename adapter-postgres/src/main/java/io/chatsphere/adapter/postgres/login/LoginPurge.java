package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Database;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes what is good for nothing any more, in transactions that are short even after a long pause; what one of them has
 * deleted stays so if a later one fails. Rows that another node works on are left to it.
 */
final class LoginPurge {
    private static final int BATCH = 1_000;
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String TICKETS = delete("ws_tickets", "hash", "expires_at");
    private static final String TOKENS = delete("refresh_tokens", "hash", "expires_at");
    private static final String ENDED = delete("logins", "id", "ended_at");
    private static final String EXPIRED = delete("logins", "id", "expires_at");

    private final Database database;

    LoginPurge(Database database) {
        this.database = database;
    }

    void run(Instant now) {
        deleteAll(TICKETS, now);
        deleteAll(TOKENS, now);
        deleteAll(ENDED, now.minus(KEPT));
        deleteAll(EXPIRED, now.minus(KEPT));
    }

    private void deleteAll(String sql, Instant before) {
        int deleted = BATCH;
        while (deleted == BATCH) {
            deleted = database.write(handle -> handle.createUpdate(sql)
                    .bind("before", Columns.time(before))
                    .execute());
        }
    }

    private static String delete(String table, String key, String time) {
        return "DELETE FROM " + table + " WHERE " + key + " IN (SELECT " + key + " FROM " + table + " WHERE " + time
                + " < :before ORDER BY " + time + " LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED)";
    }
}
