package io.chatsphere.adapter.http.login;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.login.Login;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where somebody is signed in. */
record SessionsBody(List<Session> sessions) {
    /**
     * One signed-in device.
     *
     * @param current whether it is the one that asks
     */
    record Session(
            String id,
            String device,
            String address,
            Instant createdAt,
            Instant lastSeenAt,
            Instant expiresAt,
            boolean current) {}

    static SessionsBody of(List<Login> logins, Caller caller) {
        return new SessionsBody(
                logins.stream().map(login -> session(login, caller.login())).toList());
    }

    private static Session session(Login login, Optional<LoginId> current) {
        return new Session(
                login.id().toString(),
                login.device(),
                login.address(),
                login.createdAt(),
                login.lastSeenAt(),
                login.expiresAt(),
                current.filter(login.id()::equals).isPresent());
    }
}
