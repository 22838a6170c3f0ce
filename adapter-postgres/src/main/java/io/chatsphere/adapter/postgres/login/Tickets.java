package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.TicketHash;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Adds and uses up tickets inside a transaction of the caller. */
final class Tickets {
    private Tickets() {}

    static int add(Handle handle, TicketHash ticket, LoginId login, Instant expiresAt) {
        return handle.createUpdate(
                        "INSERT INTO ws_tickets (hash, login_id, expires_at) VALUES (:hash, :login, :expiresAt)")
                .bind("hash", Hashes.bytes(ticket))
                .bind("login", login.value())
                .bind("expiresAt", Columns.time(expiresAt))
                .execute();
    }

    /** Of parallel calls one deletes the row; the others wait for it and find none. */
    static Optional<Login> redeem(Handle handle, TicketHash ticket, Instant now) {
        return handle.createQuery("""
                        DELETE FROM ws_tickets t USING logins l, users u
                        WHERE t.hash = :hash AND t.expires_at > :now AND l.id = t.login_id AND u.id = l.user_id AND
                        """ + LoginRows.ACTIVE + "RETURNING" + LoginRows.COLUMNS)
                .bind("hash", Hashes.bytes(ticket))
                .bind("now", Columns.time(now))
                .map(LoginRows::login)
                .findOne();
    }
}
