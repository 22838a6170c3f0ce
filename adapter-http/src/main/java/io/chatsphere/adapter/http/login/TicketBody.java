package io.chatsphere.adapter.http.login;

import io.chatsphere.application.login.IssuedTicket;

/**
 * A ticket for one live connection. Printing it shows none.
 *
 * @param expiresIn for how many seconds it is good
 */
record TicketBody(String ticket, long expiresIn) {
    static TicketBody of(IssuedTicket issued) {
        return new TicketBody(issued.ticket().reveal(), issued.expiresIn().toSeconds());
    }

    @Override
    public String toString() {
        return "TicketBody[hidden]";
    }
}
