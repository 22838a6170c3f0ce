package io.chatsphere.application.login;

import io.chatsphere.application.id.Ids;
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
        RefreshToken refreshToken = RefreshToken.next(random);
        Login login = Login.begun(
                ids.loginId(), user.id(), device.name(), device.address(), now, now.plus(lifetimes.refresh()));
        store.accept(new NewLogin(login, refreshToken.hash()));
        return new SignedIn(user, accessTokens.issue(claims(user, login, now)), refreshToken, lifetimes.access());
    }

    private AccessClaims claims(User user, Login login, Instant now) {
        return new AccessClaims(
                user.id(),
                Optional.of(login.id()),
                user.username().value(),
                user.displayName().value(),
                user.email().map(Email::value),
                now,
                now.plus(lifetimes.access()));
    }
}
