package io.chatsphere.application.memory;

import io.chatsphere.application.memory.data.StoredLogin;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Logins in memory. */
final class InMemoryLoginRepository implements LoginRepository {
    private final InMemoryStore store;

    InMemoryLoginRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void open(NewLogin login) {
        store.transaction(data -> {
            data.users().require(login.login().user());
            data.logins().open(login);
            return login;
        });
    }

    @Override
    public Optional<Login> findActive(LoginId id, Instant now) {
        return store.transaction(data -> data.logins().findActive(id, now));
    }

    @Override
    public Optional<Login> findByRefreshToken(RefreshTokenHash token, Instant now) {
        return store.transaction(data -> data.logins().findByToken(token, now));
    }

    @Override
    public List<Login> listActive(UserId user, Instant now) {
        return store.transaction(data -> data.logins()
                .listOf(user)
                .filter(stored -> stored.lasts(now))
                .map(StoredLogin::login)
                .sorted(Comparator.comparing(Login::lastSeenAt).reversed())
                .toList());
    }

    @Override
    public Renewal renew(RefreshTokenHash used, RefreshTokenHash next, Instant now, Instant expiresAt) {
        return store.transaction(data -> data.logins().renew(used, next, now, expiresAt));
    }

    @Override
    public Optional<EndedLogin> end(LoginId login, UserId user, Instant now) {
        return store.transaction(data -> data.logins()
                .find(login)
                .filter(stored -> stored.login().user().equals(user))
                .flatMap(stored -> data.logins().end(login, now)));
    }

    @Override
    public void addTicket(TicketHash ticket, LoginId login, Instant expiresAt) {
        store.transaction(data -> {
            data.tickets().add(ticket, login, expiresAt);
            return ticket;
        });
    }

    @Override
    public Optional<Login> redeem(TicketHash ticket, Instant now) {
        return store.transaction(data ->
                data.tickets().take(ticket, now).flatMap(login -> data.logins().findActive(login, now)));
    }

    @Override
    public void purge(Instant now) {
        store.transaction(data -> {
            data.tickets().purge(now);
            data.logins().purge(now);
            return now;
        });
    }
}
