package io.chatsphere.bootstrap.load.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One of those who take part, and the tokens that prove it; keeps them fresh. Thread-safe. It cannot be printed with them. */
public final class User {
    private static final Duration AHEAD = Duration.ofSeconds(20);

    private final Rest rest;
    private Account account;
    private boolean mayBeRenewed = true;

    private User(Rest rest, Account account) {
        this.rest = rest;
        this.account = account;
    }

    /** With an account of our own, whose tokens can be renewed. */
    static User of(Rest rest, Account account) {
        return new User(rest, account);
    }

    /** Somebody with a token whom we know nothing else of. */
    static User stranger(Rest rest, String token) {
        JsonNode me = rest.get("/api/v1/me", Optional.of(token)).expect("a token of the file", 200);
        JsonNode data = me.path("data");
        Account account = new Account(
                data.path("username").asText(), "", "", data.path("id").asText(), token, Instant.MAX, "");
        User user = new User(rest, account);
        user.mayBeRenewed = false;
        return user;
    }

    /** The user's id. */
    public synchronized String id() {
        return account.id();
    }

    /** An access token that is good for a while yet. */
    public synchronized String token() {
        if (mayBeRenewed && Instant.now().plus(AHEAD).isAfter(account.expires())) {
            renew();
        }
        return account.accessToken();
    }

    /** A token that is not this one, which ends. */
    public synchronized String tokenAfter(String ending) {
        if (mayBeRenewed && account.accessToken().equals(ending)) {
            renew();
        }
        return account.accessToken();
    }

    /** Whether {@link #token} can give another one when this ends. */
    public synchronized boolean isRenewable() {
        return mayBeRenewed;
    }

    synchronized Account account() {
        return account;
    }

    private void renew() {
        Answer renewed = account.refreshToken().isEmpty()
                ? logIn()
                : rest.post(
                        "/api/v1/auth/token/refresh",
                        Optional.empty(),
                        Map.of("refresh_token", account.refreshToken()));
        if (renewed.status() == 400 || renewed.status() == 401) {
            renewed = logIn();
        }
        JsonNode data =
                renewed.expect("to sign " + account.username() + " in", 200).path("data");
        account = account.with(data);
    }

    private Answer logIn() {
        return rest.post(
                "/api/v1/auth/login",
                Optional.empty(),
                Map.of("email", account.username(), "password", account.password()));
    }

    @Override
    public String toString() {
        return account().username();
    }
}
