package io.chatsphere.domain.login;

/**
 * Makes and checks access tokens: short-lived bearer tokens that name a user and a login. Times are cut to whole seconds.
 * Thread-safe; no I/O. An embedder brings its own to accept the tokens of a host application.
 */
public interface AccessTokens {
    /**
     * A token that says this; two calls give different tokens.
     *
     * @throws IllegalArgumentException if there is no login and these tokens always belong to one
     */
    String issue(AccessClaims claims);

    /**
     * What {@code token} says, if it is one of ours and has not expired.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unauthenticated with {@code TOKEN_EXPIRED} if it is genuine and has
     *     expired, with {@code TOKEN_INVALID} for anything else; its text never holds the token
     */
    AccessClaims verify(String token);
}
