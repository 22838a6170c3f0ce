package io.chatsphere.application.login;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.AccessTokens;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells who calls from an access token. The login behind it is read each time, so that a revoked one ends at once. */
public final class Authenticate {
    private final AccessTokens tokens;
    private final LoginRepository logins;
    private final Consumer<AccessClaims> hosted;
    private final Clock clock;

    /**
     * Over these ports.
     *
     * @param hosted is told of each token without a login of ours, so that its user can be made on first sight
     */
    public Authenticate(AccessTokens tokens, LoginRepository logins, Consumer<AccessClaims> hosted, Clock clock) {
        this.tokens = tokens;
        this.logins = logins;
        this.hosted = hosted;
        this.clock = clock;
    }

    /**
     * The caller whom {@code accessToken} names.
     *
     * @throws ChatException.Unauthenticated with {@code TOKEN_EXPIRED}, or with {@code TOKEN_INVALID} if it is not ours or
     *     its login has ended
     */
    public Caller handle(String accessToken) {
        AccessClaims claims = tokens.verify(accessToken);
        claims.login().ifPresentOrElse(id -> requireActive(id, claims), () -> hosted.accept(claims));
        return new Caller(claims.user(), claims.login(), Optional.of(claims.expiresAt()));
    }

    private void requireActive(LoginId id, AccessClaims claims) {
        Optional<Login> login = logins.findActive(id, clock.instant());
        if (login.isEmpty() || !login.get().user().equals(claims.user())) {
            throw new ChatException.Unauthenticated(ErrorCode.TOKEN_INVALID);
        }
    }
}
