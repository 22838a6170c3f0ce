package io.chatsphere.application.login;

import io.chatsphere.domain.login.RefreshToken;

/** Gives a device new tokens for its refresh token, which is used up by that. */
public final class RenewLogin {
    /** The token that a device shows. */
    public record Command(RefreshToken token) {}

    /**
     * Renews. Of parallel uses of one token exactly one succeeds; a later reuse ends the login and what it opened.
     *
     * @throws ChatException.Invalid with {@code REFRESH_TOKEN_INVALID} for every token that does not renew
     */
    public SignedIn handle(Command command) {
        throw new UnsupportedOperationException();
    }
}
