package io.chatsphere.application.login;

import io.chatsphere.application.id.Ids;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.AccessTokens;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.RefreshToken;
import java.util.Optional;

/** Ends the login that a token of the caller belongs to. */
public final class RevokeToken {
    private final AccessTokens tokens;
    private final LoginRepository logins;
    private final LoginEnds ends;
    private final Ids ids;

    public RevokeToken(AccessTokens tokens, LoginRepository logins, LoginEnds ends, Ids ids) {
        this.tokens = tokens;
        this.logins = logins;
        this.ends = ends;
        this.ids = ids;
    }

    /** An access or a refresh token. Printing it shows no token. */
    public record Command(Caller caller, String token) {
        @Override
        public String toString() {
            return "Command[caller=" + caller.user() + "]";
        }
    }

    /**
     * Revokes. A token that is unknown, over, or somebody else's is no error and nothing happens (RFC 7009, section 2.2).
     */
    public void handle(Command command) {
        // A login of somebody else is none of the caller's, so that nothing ends.
        login(command.token())
                .ifPresent(login -> ends.end(login, command.caller().user()));
    }

    private Optional<LoginId> login(String token) {
        try {
            AccessClaims claims = tokens.verify(token);
            return claims.login();
        } catch (ChatException.Unauthenticated e) {
            return logins.findByRefreshToken(new RefreshToken(token).hash(), ids.now())
                    .map(Login::id);
        }
    }
}
