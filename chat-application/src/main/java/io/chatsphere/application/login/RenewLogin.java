package io.chatsphere.application.login;

import io.chatsphere.application.id.Ids;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.RefreshToken;
import io.chatsphere.domain.login.Renewal;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import java.time.Instant;

/** Gives a device new tokens for its refresh token, which is used up by that. */
public final class RenewLogin {
    private final LoginRepository logins;
    private final UserRepository users;
    private final LoginTokens tokens;
    private final LoginEnds ends;
    private final Ids ids;

    public RenewLogin(LoginRepository logins, UserRepository users, LoginTokens tokens, LoginEnds ends, Ids ids) {
        this.logins = logins;
        this.users = users;
        this.tokens = tokens;
        this.ends = ends;
        this.ids = ids;
    }

    /** The token that a device shows. */
    public record Command(RefreshToken token) {}

    /**
     * Renews. Of parallel uses of one token exactly one succeeds; a later reuse ends the login and what it opened.
     *
     * @throws ChatException.Invalid with {@code REFRESH_TOKEN_INVALID} for every token that does not renew
     */
    public SignedIn handle(Command command) {
        Instant now = ids.now();
        // The user is read first: were the store away behind the renewal, the device would have lost its only token.
        User user = logins.findByRefreshToken(command.token().hash(), now)
                .flatMap(login -> users.find(login.user()))
                .orElseThrow(RenewLogin::refused);
        RefreshToken next = tokens.nextRefreshToken();
        return switch (logins.renew(command.token().hash(), next.hash(), now, tokens.refreshEnd(now))) {
            case Renewal.Renewed(Login login) -> tokens.signedIn(user, login.id(), next, now);
            case Renewal.Reused(EndedLogin ended) -> {
                ends.publish(ended);
                throw refused();
            }
            case Renewal.Raced() -> throw refused();
            case Renewal.Refused() -> throw refused();
        };
    }

    private static ChatException.Invalid refused() {
        return new ChatException.Invalid(ErrorCode.REFRESH_TOKEN_INVALID, "refresh_token");
    }
}
