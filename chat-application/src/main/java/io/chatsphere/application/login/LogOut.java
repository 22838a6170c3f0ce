package io.chatsphere.application.login;

/** Ends the caller's own login: its tokens and live sessions. */
public final class LogOut {

    /**
     * Logs out; nothing for a user of a host application.
     */
    public void handle(Caller caller) {
        throw new UnsupportedOperationException();
    }
}
