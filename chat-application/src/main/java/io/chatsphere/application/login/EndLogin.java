package io.chatsphere.application.login;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.LoginId;

/** Ends one of the caller's logins. */
public final class EndLogin {
    private final LoginEnds ends;

    public EndLogin(LoginEnds ends) {
        this.ends = ends;
    }

    /** Which one. */
    public record Command(Caller caller, LoginId login) {}

    /**
     * Ends it, its tokens and live sessions.
     *
     * @throws ChatException.NotFound with {@code LOGIN_NOT_FOUND}, also for a login that ended before or is somebody else's
     */
    public void handle(Command command) {
        if (!ends.end(command.login(), command.caller().user())) {
            throw new ChatException.NotFound(ErrorCode.LOGIN_NOT_FOUND);
        }
    }
}
