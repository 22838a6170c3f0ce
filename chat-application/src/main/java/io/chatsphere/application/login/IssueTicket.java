package io.chatsphere.application.login;

import io.chatsphere.application.id.Ids;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.Ticket;
import java.security.SecureRandom;
import java.time.Duration;

/** Gives the caller a ticket for one live connection, so that no token stands in its address. */
public final class IssueTicket {
    private static final Duration LIFETIME = Duration.ofSeconds(30);

    private final LoginRepository logins;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    public IssueTicket(LoginRepository logins, Ids ids) {
        this.logins = logins;
        this.ids = ids;
    }

    /**
     * A ticket, good once and for 30 seconds.
     *
     * @throws ChatException.Forbidden with {@code LOGIN_REQUIRED} for a user of a host application
     */
    public IssuedTicket handle(Caller caller) {
        LoginId login = caller.login().orElseThrow(() -> new ChatException.Forbidden(ErrorCode.LOGIN_REQUIRED));
        Ticket ticket = Ticket.next(random);
        logins.addTicket(ticket.hash(), login, ids.now().plus(LIFETIME));
        return new IssuedTicket(ticket, LIFETIME);
    }
}
