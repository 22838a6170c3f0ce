package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.LATER;
import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.TicketHash;
import io.chatsphere.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How a {@link LoginRepository} keeps tickets. Extend it, and return the store to be proved from {@link #storage()}; it may
 * hold anything.
 */
@ContractOf(LoginRepository.class)
public abstract class LoginRepositoryTicketContract {
    private static final int RACERS = 20;
    private static final Instant EXPIRY = NOW.plusSeconds(30);

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_ticket_is_good_once() {
        Login login = open();
        TicketHash ticket = ticketOf(login);

        assertEquals(Optional.of(login), logins().redeem(ticket, NOW));
        assertEquals(Optional.empty(), logins().redeem(ticket, NOW));
    }

    @Test
    void of_parallel_redeems_exactly_one_gets_the_login() {
        Login login = open();
        TicketHash ticket = ticketOf(login);

        List<Optional<Login>> redeemed = Race.run(RACERS, i -> logins().redeem(ticket, NOW));

        assertEquals(List.of(login), redeemed.stream().flatMap(Optional::stream).toList());
    }

    @Test
    void a_login_may_have_several_tickets() {
        Login login = open();
        TicketHash one = ticketOf(login);
        TicketHash other = ticketOf(login);

        assertEquals(Optional.of(login), logins().redeem(other, NOW));
        assertEquals(Optional.of(login), logins().redeem(one, NOW));
    }

    @Test
    void a_ticket_is_good_until_the_moment_at_which_it_expires() {
        Login login = open();
        TicketHash inTime = ticketOf(login);
        TicketHash late = ticketOf(login);

        assertEquals(Optional.of(login), logins().redeem(inTime, EXPIRY.minusMillis(1)));
        assertEquals(Optional.empty(), logins().redeem(late, EXPIRY));
    }

    @Test
    void an_unknown_ticket_is_good_for_nothing() {
        assertEquals(Optional.empty(), logins().redeem(Fixtures.ticket(), NOW));
    }

    @Test
    void a_ticket_is_void_when_its_login_ends() {
        User user = chat().member();
        Login login = chat().open(user).login();
        TicketHash ticket = ticketOf(login);

        logins().end(login.id(), user.id(), NOW);

        assertEquals(Optional.empty(), logins().redeem(ticket, NOW));
    }

    @Test
    void a_ticket_is_void_when_its_login_has_expired() {
        Login login = open();
        TicketHash ticket = Fixtures.ticket();
        logins().addTicket(ticket, login.id(), LATER.plusSeconds(30));

        assertEquals(Optional.empty(), logins().redeem(ticket, LATER));
    }

    @Test
    void a_ticket_of_a_disabled_user_is_void() {
        TicketHash ticket = ticketOf(
                chat().open(chat().register(Fixtures.disabled(Fixtures.user()))).login());

        assertEquals(Optional.empty(), logins().redeem(ticket, NOW));
    }

    @Test
    void the_login_of_a_ticket_goes_on_as_before() {
        Login login = open();
        logins().redeem(ticketOf(login), EXPIRY.minusMillis(1));

        assertEquals(Optional.of(login), logins().findActive(login.id(), EXPIRY));
        assertTrue(logins().listActive(login.user(), EXPIRY).contains(login));
    }

    private Login open() {
        return chat().open(chat().member()).login();
    }

    private TicketHash ticketOf(Login login) {
        TicketHash ticket = Fixtures.ticket();
        logins().addTicket(ticket, login.id(), EXPIRY);
        return ticket;
    }

    private LoginRepository logins() {
        return storage().logins();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
