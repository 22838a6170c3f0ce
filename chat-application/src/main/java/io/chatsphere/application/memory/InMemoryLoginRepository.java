package io.chatsphere.application.memory;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.NewLogin;
import java.time.Instant;
import java.util.Optional;

/** Logins in memory. */
final class InMemoryLoginRepository implements LoginRepository {
    private final InMemoryStore store;

    InMemoryLoginRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void open(NewLogin login) {
        store.transaction(() -> {
            StoredUser user = store.users().require(login.login().user());
            store.logins().put(login.login().id(), login);
            return user;
        });
    }

    @Override
    public Optional<Login> findActive(LoginId id, Instant now) {
        return store.transaction(() -> Optional.ofNullable(store.logins().get(id))
                .map(NewLogin::login)
                .filter(login -> now.isBefore(login.expiresAt()))
                .filter(login -> store.users().require(login.user()).user().active()));
    }
}
