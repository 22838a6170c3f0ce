package io.chatsphere.adapter.postgres.sql;

import io.chatsphere.domain.error.ChatException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** The one place that tells what a failure of the database means. */
public final class SqlFailures {
    private static final String UNKNOWN_DATABASE = "3D000";

    /** Connection, authorization, resources, operator, system: the database is away, going, full or not ours. */
    private static final Set<String> AWAY = Set.of("08", "28", "53", "57", "58");

    /** Lock timeout, serialization, deadlock, idle in transaction, and a server that has become a standby. */
    private static final Set<String> BUSY = Set.of("55P03", "40001", "40P01", "25P03", "25006", UNKNOWN_DATABASE);

    /** Lock timeout, serialization, deadlock. */
    private static final Set<String> RACES = Set.of("55P03", "40001", "40P01");

    private SqlFailures() {}

    /**
     * What a caller of a port is told: {@link ChatException.Unavailable} when trying again may help, else the failure itself,
     * which is then a defect. Refusals pass unchanged.
     */
    public static RuntimeException translate(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ChatException refusal) {
                return refusal;
            }
            if (cause instanceof SQLException sql) {
                return mayPass(sql) ? new ChatException.Unavailable(sql) : failure;
            }
        }
        return failure;
    }

    /** Whether the same statement may succeed a little later. */
    public static boolean mayPass(SQLException failure) {
        String state = state(failure);
        return AWAY.contains(group(state))
                || BUSY.contains(state)
                || failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException;
    }

    /**
     * Whether the failure may be the fault of some rows of a statement alone, so that the others may succeed without them:
     * integrity, data, locks and timeouts. The server has answered, so that nothing of the statement is stored.
     */
    public static boolean concernsRows(SQLException failure) {
        String state = state(failure);
        return Set.of("22", "23", "40", "55").contains(group(state)) || "57014".equals(state);
    }

    /** Whether a row's key was there already, by the constraint or unique index of this name. */
    public static boolean isTaken(SQLException failure, String constraint) {
        return failure instanceof PSQLException refused
                && "23505".equals(state(failure))
                && refused.getServerErrorMessage() != null
                && constraint.equals(refused.getServerErrorMessage().getConstraint());
    }

    /** Whether the server rolled back for sure: it answered with an error and kept the connection. */
    public static boolean rolledBack(SQLException failure) {
        String state = state(failure);
        boolean connectionLost =
                state.isEmpty() || state.startsWith("08") || state.startsWith("57P") || "25P03".equals(state);
        return !connectionLost;
    }

    /** Whether other transactions were in the way, and the server rolled this one back for it. */
    static boolean lostRace(ChatException.Unavailable failure) {
        return failure.getCause() instanceof SQLException sql && RACES.contains(state(sql));
    }

    /** Whether the server answered and knows no such user, password or database. */
    public static boolean isTurnedAway(ChatException.Unavailable failure) {
        return failure.getCause() instanceof SQLException sql
                && ("28".equals(group(state(sql))) || UNKNOWN_DATABASE.equals(state(sql)));
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    private static String group(String state) {
        return state.length() < 2 ? "" : state.substring(0, 2);
    }
}
