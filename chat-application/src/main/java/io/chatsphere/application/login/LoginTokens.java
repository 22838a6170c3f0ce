package io.chatsphere.application.login;

import io.chatsphere.application.id.Ids;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.AccessTokens;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.RefreshToken;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Begins logins: makes the row to be stored and the tokens that the device gets. Thread-safe. */
public final class LoginTokens {
    private final AccessTokens accessTokens;
    private final TokenLifetimes lifetimes;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    public LoginTokens(AccessTokens accessTokens, TokenLifetimes lifetimes, Ids ids) {
        this.accessTokens = accessTokens;
        this.lifetimes = lifetimes;
        this.ids = ids;
    }

    /**
     * Begins a login of {@code user}.
     *
     * @param store writes the login; whatever it throws is thrown, and no token is made then
     */
    public SignedIn begin(User user, Device device, Consumer<NewLogin> store) {
        Instant now = ids.now();
        RefreshToken refreshToken = nextRefreshToken();
        Login login = Login.begun(ids.loginId(), user.id(), device.name(), device.address(), now, refreshEnd(now));
        store.accept(new NewLogin(login, refreshToken.hash()));
        return signedIn(user, login.id(), refreshToken, now);
    }

    /** What the device of a login gets at {@code now}: an access token, made here, and this refresh token. */
    SignedIn signedIn(User user, LoginId login, RefreshToken refreshToken, Instant now) {
        return new SignedIn(user, accessTokens.issue(claims(user, login, now)), refreshToken, lifetimes.access());
    }

    RefreshToken nextRefreshToken() {
        return RefreshToken.next(random);
    }

    /** When a refresh token that is made at {@code now} ends. */
    Instant refreshEnd(Instant now) {
        return now.plus(lifetimes.refresh());
    }

    private AccessClaims claims(User user, LoginId login, Instant now) {
        return new AccessClaims(
                user.id(),
                Optional.of(login),
                user.username().value(),
                user.displayName().value(),
                user.email().map(Email::value),
                now,
                now.plus(lifetimes.access()));
    }
}
