package io.chatsphere.application.login;

/** Ends the login that a token of the caller belongs to. */
public final class RevokeToken {
    /** An access or a refresh token. */
    public record Command(Caller caller, String token) {}

    /**
     * Revokes. A token that is unknown, over, or somebody else's is no error and nothing happens (RFC 7009, section 2.2).
     */
    public void handle(Command command) {
        throw new UnsupportedOperationException();
    }
}
