package io.chatsphere.application.memory.data;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.RefreshTokenHash;
import io.chatsphere.domain.login.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All logins with their refresh tokens. */
public final class LoginTable {
    private static final Duration KEPT = Duration.ofDays(30);

    private final UserTable users;
    private final Map<LoginId, StoredLogin> logins = new LinkedHashMap<>();
    private final Map<RefreshTokenHash, StoredToken> tokens = new HashMap<>();

    LoginTable(UserTable users) {
        this.users = users;
    }

    /** Adds a login of a user who exists. */
    public void open(NewLogin added) {
        Login login = added.login();
        logins.put(login.id(), new StoredLogin(login, Optional.empty()));
        tokens.put(added.refreshToken(), new StoredToken(login.id(), login.expiresAt(), Optional.empty()));
    }

    public Optional<StoredLogin> find(LoginId id) {
        return Optional.ofNullable(logins.get(id));
    }

    /** The login, if it lasts and its user is active. */
    public Optional<Login> findActive(LoginId id, Instant now) {
        return find(id).filter(stored -> stored.lasts(now))
                .map(StoredLogin::login)
                .filter(login -> users.require(login.user()).user().active());
    }

    /** The active login of a token that has not expired. */
    public Optional<Login> findByToken(RefreshTokenHash hash, Instant now) {
        return Optional.ofNullable(tokens.get(hash))
                .filter(token -> !token.isExpired(now))
                .flatMap(token -> findActive(token.login(), now));
    }

    /** All logins of a user, also those that ended, in the order in which they were opened. */
    public Stream<StoredLogin> listOf(UserId user) {
        return logins.values().stream().filter(stored -> stored.login().user().equals(user));
    }

    /** As {@link LoginRepository#renew}. */
    public Renewal renew(RefreshTokenHash used, RefreshTokenHash next, Instant now, Instant expiresAt) {
        StoredToken token = tokens.get(used);
        if (token == null || token.isExpired(now)) {
            return new Renewal.Refused();
        }
        if (token.usedAt().isPresent()) {
            return again(token, token.usedAt().get(), now);
        }
        Optional<Login> active = findActive(token.login(), now);
        if (active.isEmpty()) {
            return new Renewal.Refused();
        }
        tokens.put(used, new StoredToken(token.login(), token.expiresAt(), Optional.of(now)));
        tokens.put(next, new StoredToken(token.login(), expiresAt, Optional.empty()));
        return new Renewal.Renewed(prolong(active.get(), now, expiresAt));
    }

    /** Ends a login unless it ended before, as a change of its user. */
    public Optional<EndedLogin> end(LoginId id, Instant now) {
        return find(id).filter(stored -> stored.ended().isEmpty()).map(stored -> end(stored.login(), now));
    }

    /** Ends all logins of a user that did not end before, except one. */
    public List<EndedLogin> endAll(UserId user, Optional<LoginId> kept, Instant now) {
        List<Login> open = listOf(user)
                .filter(stored -> stored.ended().isEmpty())
                .map(StoredLogin::login)
                .filter(login -> !Optional.of(login.id()).equals(kept))
                .toList();
        return open.stream().map(login -> end(login, now)).toList();
    }

    /** As {@link LoginRepository#purge}; the tickets are kept elsewhere. */
    public void purge(Instant now) {
        tokens.values().removeIf(token -> token.expiresAt().isBefore(now));
        List<Login> old = logins.values().stream()
                .filter(stored -> stored.isForgettable(now.minus(KEPT)))
                .map(StoredLogin::login)
                .toList();
        old.forEach(this::forget);
        tokens.values().removeIf(token -> !logins.containsKey(token.login()));
    }

    private Renewal again(StoredToken token, Instant usedAt, Instant now) {
        if (now.isBefore(usedAt.plus(LoginRepository.RACE))) {
            return new Renewal.Raced();
        }
        return findActive(token.login(), now)
                .<Renewal>map(login -> new Renewal.Reused(end(login, now)))
                .orElseGet(Renewal.Refused::new);
    }

    private Login prolong(Login login, Instant now, Instant expiresAt) {
        Login prolonged =
                new Login(login.id(), login.user(), login.device(), login.address(), login.createdAt(), now, expiresAt);
        logins.put(login.id(), new StoredLogin(prolonged, Optional.empty()));
        return prolonged;
    }

    private EndedLogin end(Login login, Instant now) {
        EndedLogin ended = new EndedLogin(
                login.id(), login.user(), users.require(login.user()).changes().move(new UserRow.OfLogin(login.id())));
        logins.put(login.id(), new StoredLogin(login, Optional.of(new StoredLogin.End(ended, now))));
        return ended;
    }

    private void forget(Login login) {
        logins.remove(login.id());
        users.require(login.user()).changes().forget(new UserRow.OfLogin(login.id()));
    }
}
