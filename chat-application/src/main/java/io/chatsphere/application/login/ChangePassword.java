package io.chatsphere.application.login;

import io.chatsphere.domain.login.Password;

/** Gives the caller another password and ends all of their other logins. */
public final class ChangePassword {
    /** The passwords as typed. */
    public record Command(Caller caller, Password current, Password next) {}

    /**
     * Changes the password.
     *
     * @throws ChatException.Invalid with {@code WRONG_PASSWORD} or {@code WEAK_PASSWORD}
     * @throws ChatException.RateLimited after too many wrong passwords
     */
    public void handle(Command command) {
        throw new UnsupportedOperationException();
    }
}
