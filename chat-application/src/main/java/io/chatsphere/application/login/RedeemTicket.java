package io.chatsphere.application.login;

import io.chatsphere.domain.login.Ticket;

/** Tells who calls from a ticket. */
public final class RedeemTicket {

    /**
     * The caller; their token counts as issued now.
     *
     * @throws ChatException.Unauthenticated with {@code TOKEN_INVALID}
     */
    public Caller handle(Ticket ticket) {
        throw new UnsupportedOperationException();
    }
}
