package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.LATER;
import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.RefreshTokenHash;
import io.chatsphere.domain.login.Renewal;
import io.chatsphere.domain.login.TicketHash;
import io.chatsphere.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * What a {@link LoginRepository} forgets. It happens long before everything else in the kit, whose logins it leaves alone.
 * Extend it, and return the store to be proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(LoginRepository.class)
public abstract class LoginRepositoryPurgeContract {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06.789Z");
    private static final Instant BEFORE = LONG_AGO.minusMillis(1);

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void tickets_that_expired_are_forgotten() {
        Login login = open(chat().member(), LONG_AGO.plusSeconds(60)).login();
        TicketHash expired = ticket(login, LONG_AGO);
        TicketHash expiring = ticket(login, LONG_AGO.plusMillis(1));

        logins().purge(LONG_AGO.plusMillis(1));

        assertEquals(Optional.empty(), logins().redeem(expired, BEFORE));
        assertEquals(Optional.of(login), logins().redeem(expiring, BEFORE));
    }

    @Test
    void refresh_tokens_that_expired_are_forgotten_and_their_login_goes_on() {
        NewLogin opened = open(chat().member(), LONG_AGO);
        RefreshTokenHash next = Fixtures.refreshToken();
        logins().renew(opened.refreshToken(), next, BEFORE, LATER);

        logins().purge(LONG_AGO.plusMillis(1));

        assertEquals(Optional.empty(), logins().findByRefreshToken(opened.refreshToken(), BEFORE));
        assertEquals(
                opened.login().id(),
                logins().findByRefreshToken(next, NOW).orElseThrow().id());
        assertInstanceOf(Renewal.Renewed.class, logins().renew(next, Fixtures.refreshToken(), NOW, LATER));
    }

    @Test
    void logins_that_expired_are_forgotten_after_30_days() {
        Login login = open(chat().member(), LONG_AGO).login();

        logins().purge(LONG_AGO.plus(KEPT));
        assertEquals(Optional.of(login), logins().findActive(login.id(), BEFORE));

        logins().purge(LONG_AGO.plus(KEPT).plusMillis(1));
        assertEquals(Optional.empty(), logins().findActive(login.id(), BEFORE));
        assertEquals(Optional.empty(), logins().end(login.id(), login.user(), BEFORE));
    }

    @Test
    void logins_that_ended_are_forgotten_after_30_days() {
        User user = chat().member();
        LoginId id = open(user, LATER).login().id();
        EndedLogin ended = logins().end(id, user.id(), LONG_AGO).orElseThrow();

        logins().purge(LONG_AGO.plus(KEPT));
        assertEquals(List.of(new UserChange.OfLoginEnd(ended)), chat().changes(user));

        logins().purge(LONG_AGO.plus(KEPT).plusMillis(1));
        assertEquals(List.of(), chat().changes(user));
        assertEquals(new Revision(1), chat().revision(user));
    }

    @Test
    void what_lasts_is_kept() {
        NewLogin opened = open(chat().member(), LATER);
        TicketHash ticket = ticket(opened.login(), LATER);

        logins().purge(LONG_AGO.plus(KEPT).plusMillis(1));

        assertEquals(Optional.of(opened.login()), logins().findByRefreshToken(opened.refreshToken(), NOW));
        assertEquals(Optional.of(opened.login()), logins().redeem(ticket, NOW));
    }

    private NewLogin open(User user, Instant until) {
        Instant from = LONG_AGO.minusSeconds(60);
        LoginId id = LoginId.next(from, ThreadLocalRandom.current());
        NewLogin opened = new NewLogin(Login.begun(id, user.id(), "", "", from, until), Fixtures.refreshToken());
        logins().open(opened);
        return opened;
    }

    private TicketHash ticket(Login login, Instant expiresAt) {
        TicketHash ticket = Fixtures.ticket();
        logins().addTicket(ticket, login.id(), expiresAt);
        return ticket;
    }

    private LoginRepository logins() {
        return storage().logins();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
