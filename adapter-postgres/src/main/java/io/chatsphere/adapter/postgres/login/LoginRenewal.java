package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.RefreshTokenHash;
import io.chatsphere.domain.login.Renewal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Renews a login inside a transaction of the caller. Whoever uses a token of a login locks the login's row first. */
record LoginRenewal(RefreshTokenHash used, RefreshTokenHash next, Instant now, Instant expiresAt) {
    Renewal run(Handle handle) {
        return lock(handle).map(family -> judge(handle, family)).orElseGet(Renewal.Refused::new);
    }

    private Renewal judge(Handle handle, Family family) {
        Token token = token(handle);
        if (!now.isBefore(token.expiresAt())) {
            return new Renewal.Refused();
        }
        if (token.usedAt().isPresent() && now.isBefore(token.usedAt().get().plus(LoginRepository.RACE))) {
            return new Renewal.Raced();
        }
        if (!family.active()) {
            return new Renewal.Refused();
        }
        return token.usedAt().isPresent()
                ? new Renewal.Reused(end(handle, family.login()))
                : new Renewal.Renewed(renew(handle, family.login()));
    }

    private Optional<Family> lock(Handle handle) {
        return handle.createQuery("SELECT" + LoginRows.COLUMNS + "," + LoginRows.ACTIVE + """
                        AS active
                        FROM refresh_tokens t JOIN logins l ON l.id = t.family JOIN users u ON u.id = l.user_id
                        WHERE t.hash = :hash
                        FOR NO KEY UPDATE OF l
                        """)
                .bind("hash", Hashes.bytes(used))
                .bind("now", Columns.time(now))
                .map((row, context) -> new Family(LoginRows.login(row, context), row.getBoolean("active")))
                .findOne();
    }

    /** Read behind the lock, in a statement of its own: this one sees what the lock waited for. */
    private Token token(Handle handle) {
        return handle.createQuery("SELECT used_at, expires_at FROM refresh_tokens WHERE hash = :hash")
                .bind("hash", Hashes.bytes(used))
                .map(Token::read)
                .findOne()
                .orElse(Token.FORGOTTEN);
    }

    private EndedLogin end(Handle handle, Login login) {
        return LoginEnds.end(handle, login.user(), List.of(login.id()), now).getFirst();
    }

    private Login renew(Handle handle, Login login) {
        return handle.createQuery("""
                        WITH used AS (
                            UPDATE refresh_tokens SET used_at = :now WHERE hash = :used
                        ), added AS (
                            INSERT INTO refresh_tokens (hash, family, created_at, expires_at)
                            VALUES (:next, :login, :now, :expiresAt)
                        )
                        UPDATE logins l SET last_seen_at = :now, expires_at = :expiresAt
                        WHERE l.id = :login
                        RETURNING
                        """ + LoginRows.COLUMNS)
                .bind("used", Hashes.bytes(used))
                .bind("next", Hashes.bytes(next))
                .bind("login", login.id().value())
                .bind("now", Columns.time(now))
                .bind("expiresAt", Columns.time(expiresAt))
                .map(LoginRows::login)
                .one();
    }

    private record Family(Login login, boolean active) {}

    private record Token(Optional<Instant> usedAt, Instant expiresAt) {
        /** It was purged while the lock was waited for. */
        static final Token FORGOTTEN = new Token(Optional.empty(), Instant.MIN);

        static Token read(ResultSet row, StatementContext context) throws SQLException {
            return new Token(Columns.maybeInstant(row, "used_at"), Columns.instant(row, "expires_at"));
        }
    }
}
