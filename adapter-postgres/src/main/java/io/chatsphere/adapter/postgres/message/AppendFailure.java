package io.chatsphere.adapter.postgres.message;

import io.chatsphere.adapter.postgres.sql.SqlFailures;
import java.io.Serial;
import java.sql.SQLException;

/** Why a transaction of drafts gave no answers, and what is known of them. */
final class AppendFailure extends Exception {
    /** What is known of the drafts. */
    enum Kind {
        /** Not stored: the server refused them and rolled back. */
        REFUSED,
        /** Not stored: the connection broke on the way, and another may do. */
        LOST,
        /** Not stored: there is no connection to be had. */
        AWAY,
        /** Nobody knows: the connection broke at the commit, and what became of it could not be found out. */
        UNKNOWN
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    AppendFailure(Kind kind, Exception cause) {
        super("appending failed: " + kind, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Whether one of several calls may be the cause, so that the others succeed without it. */
    boolean mayBeOneCall() {
        return kind == Kind.REFUSED && !(getCause() instanceof SQLException sql && !SqlFailures.concernsRows(sql));
    }

    /** What the caller is told. */
    RuntimeException toCaller() {
        return SqlFailures.translate(new IllegalStateException("the database refused to append", getCause()));
    }
}
