package io.chatsphere.application.login;

import io.chatsphere.application.id.Ids;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.Ticket;
import java.time.Instant;
import java.util.Optional;

/** Tells who calls from a ticket. */
public final class RedeemTicket {
    private final LoginRepository logins;
    private final TokenLifetimes lifetimes;
    private final Ids ids;

    public RedeemTicket(LoginRepository logins, TokenLifetimes lifetimes, Ids ids) {
        this.logins = logins;
        this.lifetimes = lifetimes;
        this.ids = ids;
    }

    /**
     * The caller; their token counts as issued now.
     *
     * @throws ChatException.Unauthenticated with {@code TOKEN_INVALID}
     */
    public Caller handle(Ticket ticket) {
        Instant now = ids.now();
        Login login = logins.redeem(ticket.hash(), now)
                .orElseThrow(() -> new ChatException.Unauthenticated(ErrorCode.TOKEN_INVALID));
        return new Caller(login.user(), Optional.of(login.id()), Optional.of(now.plus(lifetimes.access())));
    }
}
