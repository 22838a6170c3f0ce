package io.chatsphere.application.login;

import io.chatsphere.domain.id.LoginId;

/** Ends one of the caller's logins. */
public final class EndLogin {
    /** Which one. */
    public record Command(Caller caller, LoginId login) {}

    /**
     * Ends it, its tokens and live sessions.
     *
     * @throws ChatException.NotFound with {@code LOGIN_NOT_FOUND}
     */
    public void handle(Command command) {
        throw new UnsupportedOperationException();
    }
}
