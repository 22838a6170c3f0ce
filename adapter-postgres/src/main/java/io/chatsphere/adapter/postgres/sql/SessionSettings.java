package io.chatsphere.adapter.postgres.sql;

/**
 * The settings that every promise of this adapter rests on: what is acknowledged is on disk, and nothing waits without a
 * deadline.
 *
 * <p>Sorting is discouraged, because every order that our statements ask for is that of the one index that they mean. While
 * a table is small, several indexes look alike to the planner; a plan that reads another one, filters and sorts would be
 * kept, and be slow by the time the table has grown. Up to PostgreSQL 17 such a plan counts as immensely dear where a sort
 * cannot be avoided, and would be compiled each time: that took a hundred times as long as the list of conversations itself.
 */
public final class SessionSettings {
    /** Sets them for a connection that is ours alone. */
    public static final String FOR_SESSION = """
            SET synchronous_commit TO on;
            SET default_transaction_isolation TO 'read committed';
            SET default_transaction_read_only TO off;
            SET lock_timeout TO '500ms';
            SET statement_timeout TO '5s';
            SET idle_in_transaction_session_timeout TO '5s';
            SET enable_sort TO off;
            SET jit TO off;
            SET TimeZone TO 'UTC'
            """;

    /** Sets, beside them, what suits a writer: its statements are the same for any number of rows, and planned once. */
    static final String FOR_WRITER = "SET plan_cache_mode TO force_generic_plan";

    /** Sets them until the end of the current transaction: nothing is left behind on a borrowed connection. */
    static final String FOR_TRANSACTION = """
            SELECT set_config('synchronous_commit', 'on', true),
                   set_config('lock_timeout', '500ms', true),
                   set_config('statement_timeout', '5s', true),
                   set_config('idle_in_transaction_session_timeout', '5s', true),
                   set_config('enable_sort', 'off', true),
                   set_config('jit', 'off', true),
                   set_config('TimeZone', 'UTC', true)
            """;

    private SessionSettings() {}
}
