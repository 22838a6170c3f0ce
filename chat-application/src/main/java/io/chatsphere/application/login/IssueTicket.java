package io.chatsphere.application.login;

/** Gives the caller a ticket for one live connection, so that no token stands in its address. */
public final class IssueTicket {

    /**
     * A ticket, good once and for 30 seconds.
     *
     * @throws ChatException.Forbidden with {@code LOGIN_REQUIRED} for a user of a host application
     */
    public IssuedTicket handle(Caller caller) {
        throw new UnsupportedOperationException();
    }
}
