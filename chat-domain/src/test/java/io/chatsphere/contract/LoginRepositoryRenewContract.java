package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.LATER;
import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.domain.login.LoginRepository.RACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.RefreshTokenHash;
import io.chatsphere.domain.login.Renewal;
import io.chatsphere.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How a {@link LoginRepository} renews logins and notices stolen tokens. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(LoginRepository.class)
public abstract class LoginRepositoryRenewContract {
    private static final int RACERS = 20;
    private static final Instant SOON = NOW.plus(Duration.ofMinutes(5));
    private static final Instant MUCH_LATER = LATER.plus(Duration.ofDays(7));

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_renewed_login_is_seen_now_and_lasts_as_long_as_its_next_token() {
        NewLogin opened = chat().open(chat().member());
        Login old = opened.login();
        Login expected =
                new Login(old.id(), old.user(), old.device(), old.address(), old.createdAt(), SOON, MUCH_LATER);

        Renewal renewal = renew(opened.refreshToken(), Fixtures.refreshToken(), SOON);

        assertEquals(new Renewal.Renewed(expected), renewal);
        assertEquals(Optional.of(expected), logins().findActive(old.id(), LATER));
        assertEquals(Optional.empty(), logins().findActive(old.id(), MUCH_LATER));
    }

    @Test
    void each_token_stands_for_the_login_in_its_turn() {
        NewLogin opened = chat().open(chat().member());
        RefreshTokenHash token = opened.refreshToken();

        for (int i = 1; i <= 5; i++) {
            RefreshTokenHash next = Fixtures.refreshToken();
            Renewal.Renewed renewed =
                    assertInstanceOf(Renewal.Renewed.class, renew(token, next, NOW.plus(Duration.ofMinutes(i))));
            assertEquals(opened.login().id(), renewed.login().id());
            token = next;
        }
    }

    @Test
    void renewing_is_no_change_of_the_user() {
        User user = chat().member();
        renew(chat().open(user).refreshToken(), Fixtures.refreshToken(), SOON);

        assertEquals(Revision.ZERO, chat().revision(user));
    }

    @Test
    void of_parallel_uses_of_one_token_exactly_one_renews_and_the_others_race() {
        User user = chat().member();
        NewLogin opened = chat().open(user);
        List<RefreshTokenHash> next =
                Stream.generate(Fixtures::refreshToken).limit(RACERS).toList();

        List<Renewal> renewals = Race.run(RACERS, i -> renew(opened.refreshToken(), next.get(i), SOON));

        assertEquals(1, count(renewals, Renewal.Renewed.class));
        assertEquals(RACERS - 1, count(renewals, Renewal.Raced.class));
        assertTrue(logins().findActive(opened.login().id(), SOON).isPresent());
        for (int i = 0; i < RACERS; i++) {
            boolean won = renewals.get(i) instanceof Renewal.Renewed;
            assertEquals(won, logins().findByRefreshToken(next.get(i), SOON).isPresent());
        }
    }

    @Test
    void a_second_use_soon_after_the_first_ends_nothing() {
        User user = chat().member();
        NewLogin opened = chat().open(user);
        RefreshTokenHash next = Fixtures.refreshToken();
        renew(opened.refreshToken(), next, SOON);
        RefreshTokenHash lost = Fixtures.refreshToken();

        assertEquals(new Renewal.Raced(), renew(opened.refreshToken(), lost, SOON));
        assertEquals(
                new Renewal.Raced(),
                renew(opened.refreshToken(), lost, SOON.plus(RACE).minusMillis(1)));

        assertEquals(Revision.ZERO, chat().revision(user));
        assertInstanceOf(Renewal.Refused.class, renew(lost, Fixtures.refreshToken(), SOON));
        assertInstanceOf(Renewal.Renewed.class, renew(next, Fixtures.refreshToken(), SOON));
    }

    @Test
    void a_later_second_use_ends_the_login() {
        User user = chat().member();
        NewLogin opened = chat().open(user);
        RefreshTokenHash next = Fixtures.refreshToken();
        renew(opened.refreshToken(), next, SOON);

        Renewal renewal = renew(opened.refreshToken(), Fixtures.refreshToken(), SOON.plus(RACE));

        EndedLogin ended = new EndedLogin(opened.login().id(), user.id(), new Revision(1));
        assertEquals(new Renewal.Reused(ended), renewal);
        assertEquals(Optional.empty(), logins().findActive(opened.login().id(), SOON));
        assertEquals(List.of(new UserChange.OfLoginEnd(ended)), chat().changes(user));
        assertInstanceOf(Renewal.Refused.class, renew(next, Fixtures.refreshToken(), SOON.plus(RACE)));
    }

    @Test
    void any_used_token_of_the_family_ends_it_and_it_alone() {
        User user = chat().member();
        NewLogin other = chat().open(user);
        NewLogin opened = chat().open(user);
        RefreshTokenHash second = Fixtures.refreshToken();
        RefreshTokenHash third = Fixtures.refreshToken();
        renew(opened.refreshToken(), second, NOW);
        renew(second, third, SOON);

        assertInstanceOf(
                Renewal.Reused.class, renew(opened.refreshToken(), Fixtures.refreshToken(), SOON.plusMillis(1)));

        assertInstanceOf(Renewal.Refused.class, renew(third, Fixtures.refreshToken(), SOON.plusMillis(1)));
        assertInstanceOf(Renewal.Renewed.class, renew(other.refreshToken(), Fixtures.refreshToken(), SOON));
    }

    @Test
    void of_parallel_reuses_exactly_one_ends_the_login() {
        User user = chat().member();
        NewLogin opened = chat().open(user);
        renew(opened.refreshToken(), Fixtures.refreshToken(), NOW);

        List<Renewal> renewals =
                Race.run(RACERS, i -> renew(opened.refreshToken(), Fixtures.refreshToken(), NOW.plus(RACE)));

        assertEquals(1, count(renewals, Renewal.Reused.class));
        assertEquals(RACERS - 1, count(renewals, Renewal.Refused.class));
        assertEquals(new Revision(1), chat().revision(user));
    }

    @Test
    void a_token_is_good_until_the_moment_at_which_it_expires() {
        NewLogin late = chat().open(chat().member());
        NewLogin inTime = chat().open(chat().member());

        assertEquals(new Renewal.Refused(), renew(late.refreshToken(), Fixtures.refreshToken(), LATER));
        assertInstanceOf(
                Renewal.Renewed.class, renew(inTime.refreshToken(), Fixtures.refreshToken(), LATER.minusMillis(1)));
    }

    @Test
    void a_used_token_that_has_expired_ends_nothing() {
        User user = chat().member();
        NewLogin opened = chat().open(user);
        renew(opened.refreshToken(), Fixtures.refreshToken(), SOON);

        assertEquals(new Renewal.Refused(), renew(opened.refreshToken(), Fixtures.refreshToken(), LATER));

        assertTrue(logins().findActive(opened.login().id(), LATER).isPresent());
        assertEquals(Revision.ZERO, chat().revision(user));
    }

    @Test
    void an_unknown_token_is_refused() {
        assertEquals(new Renewal.Refused(), renew(Fixtures.refreshToken(), Fixtures.refreshToken(), NOW));
    }

    @Test
    void the_token_of_a_login_that_ended_is_refused() {
        User user = chat().member();
        NewLogin opened = chat().open(user);
        logins().end(opened.login().id(), user.id(), NOW);

        assertEquals(new Renewal.Refused(), renew(opened.refreshToken(), Fixtures.refreshToken(), SOON));
        assertEquals(Optional.empty(), logins().findActive(opened.login().id(), SOON));
    }

    @Test
    void the_token_of_a_disabled_user_is_refused() {
        NewLogin opened = chat().open(chat().register(Fixtures.disabled(Fixtures.user())));

        assertEquals(new Renewal.Refused(), renew(opened.refreshToken(), Fixtures.refreshToken(), SOON));
    }

    @Test
    void a_login_that_ends_beside_its_renewal_stays_ended() {
        User user = chat().member();
        NewLogin opened = chat().open(user);

        Race.run(
                2,
                i -> i == 0
                        ? logins().end(opened.login().id(), user.id(), SOON)
                        : renew(opened.refreshToken(), Fixtures.refreshToken(), SOON));

        assertEquals(Optional.empty(), logins().findActive(opened.login().id(), SOON));
        assertEquals(1, chat().changes(user).size());
    }

    private Renewal renew(RefreshTokenHash used, RefreshTokenHash next, Instant now) {
        return logins().renew(used, next, now, MUCH_LATER);
    }

    private static long count(List<Renewal> renewals, Class<? extends Renewal> kind) {
        return renewals.stream().filter(kind::isInstance).count();
    }

    private LoginRepository logins() {
        return storage().logins();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
