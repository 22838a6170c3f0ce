package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.UserCounters;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Ends logins inside a transaction of the caller: first their rows are locked, then their user's counter. */
public final class LoginEnds {
    private LoginEnds() {}

    /** Ends a login of this user; empty if the user has no such login, or it ended before. */
    static Optional<EndedLogin> end(Handle handle, LoginId login, UserId user, Instant now) {
        List<LoginId> locked = lock(handle, user, "id = :login", login.value());
        return end(handle, user, locked, now).stream().findFirst();
    }

    /**
     * Ends all logins of this user but {@code kept}. The caller holds the lock of the user's row, so that there is one such
     * call at a time, and the order in which it locks the logins does not matter.
     */
    public static List<EndedLogin> endAllBut(Handle handle, UserId user, Optional<LoginId> kept, Instant now) {
        UUID login = kept.map(LoginId::value).orElse(null);
        return end(handle, user, lock(handle, user, "id IS DISTINCT FROM :login", login), now);
    }

    /** Ends these logins of one user, whose rows the caller has locked; none is nothing to do. */
    static List<EndedLogin> end(Handle handle, UserId user, List<LoginId> locked, Instant now) {
        if (locked.isEmpty()) {
            return List.of();
        }
        Revision last = UserCounters.bump(handle, user, locked.size()).orElseThrow();
        handle.createUpdate("""
                        UPDATE logins l SET ended_at = :now, user_revision = :last + ended.number
                        FROM unnest(:ids) WITH ORDINALITY AS ended (id, number)
                        WHERE l.id = ended.id
                        """)
                .bind("now", Columns.time(now))
                .bind("last", last.value())
                .bind("ids", Columns.uuids(locked, LoginId::value))
                .execute();
        List<EndedLogin> ended = new ArrayList<>();
        for (LoginId login : locked) {
            last = last.next();
            ended.add(new EndedLogin(login, user, last));
        }
        return ended;
    }

    private static List<LoginId> lock(Handle handle, UserId user, String which, UUID login) {
        return handle.createQuery("SELECT id FROM logins WHERE user_id = :user AND ended_at IS NULL AND " + which
                        + " FOR NO KEY UPDATE")
                .bind("user", user.value())
                .bind("login", login)
                .mapTo(UUID.class)
                .map(LoginId::new)
                .list();
    }
}
