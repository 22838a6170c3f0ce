package io.chatsphere.adapter.postgres.login;

import io.chatsphere.adapter.postgres.sql.Columns;
import io.chatsphere.adapter.postgres.sql.Database;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.RefreshTokenHash;
import io.chatsphere.domain.login.Renewal;
import io.chatsphere.domain.login.TicketHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps logins, refresh tokens and tickets in PostgreSQL. */
public final class JdbiLoginRepository implements LoginRepository {
    private final Database database;

    public JdbiLoginRepository(Database database) {
        this.database = database;
    }

    @Override
    public void open(NewLogin login) {
        database.write(handle -> {
            Logins.insert(handle, login);
            return login;
        });
    }

    @Override
    public Optional<Login> findActive(LoginId id, Instant now) {
        return database.read(handle -> handle.createQuery("SELECT" + LoginRows.COLUMNS
                        + "FROM logins l JOIN users u ON u.id = l.user_id WHERE l.id = :id AND" + LoginRows.ACTIVE)
                .bind("id", id.value())
                .bind("now", Columns.time(now))
                .map(LoginRows::login)
                .findOne());
    }

    @Override
    public Optional<Login> findByRefreshToken(RefreshTokenHash token, Instant now) {
        return database.read(handle -> handle.createQuery("SELECT" + LoginRows.COLUMNS + """
                        FROM refresh_tokens t JOIN logins l ON l.id = t.family JOIN users u ON u.id = l.user_id
                        WHERE t.hash = :hash AND t.expires_at > :now AND
                        """ + LoginRows.ACTIVE)
                .bind("hash", Hashes.bytes(token))
                .bind("now", Columns.time(now))
                .map(LoginRows::login)
                .findOne());
    }

    @Override
    public List<Login> listActive(UserId user, Instant now) {
        return database.read(handle -> handle.createQuery("SELECT" + LoginRows.COLUMNS + """
                        FROM logins l
                        WHERE l.user_id = :user AND l.ended_at IS NULL AND l.expires_at > :now
                        ORDER BY l.last_seen_at DESC, l.id DESC
                        """)
                .bind("user", user.value())
                .bind("now", Columns.time(now))
                .map(LoginRows::login)
                .list());
    }

    @Override
    public Renewal renew(RefreshTokenHash used, RefreshTokenHash next, Instant now, Instant expiresAt) {
        return database.write(new LoginRenewal(used, next, now, expiresAt)::run);
    }

    @Override
    public Optional<EndedLogin> end(LoginId login, UserId user, Instant now) {
        return database.write(handle -> LoginEnds.end(handle, login, user, now));
    }

    @Override
    public void addTicket(TicketHash ticket, LoginId login, Instant expiresAt) {
        database.write(handle -> Tickets.add(handle, ticket, login, expiresAt));
    }

    @Override
    public Optional<Login> redeem(TicketHash ticket, Instant now) {
        return database.write(handle -> Tickets.redeem(handle, ticket, now));
    }

    @Override
    public void purge(Instant now) {
        new LoginPurge(database).run(now);
    }
}
