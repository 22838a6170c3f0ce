package io.chatsphere.application.login;

/** Ends the caller's own login: its tokens and live sessions. */
public final class LogOut {
    private final LoginEnds ends;

    public LogOut(LoginEnds ends) {
        this.ends = ends;
    }

    /** Logs out; idempotent, and nothing for a user of a host application. */
    public void handle(Caller caller) {
        caller.login().ifPresent(login -> ends.end(login, caller.user()));
    }
}
