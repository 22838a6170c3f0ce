package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.LATER;
import static io.chatsphere.contract.Fixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.chatsphere.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * How a {@link LoginRepository} lists and ends logins, and finds them by their tokens. Extend it, and return the store to be
 * proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(LoginRepository.class)
public abstract class LoginRepositoryEndContract {
    private static final int RACERS = 20;

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_login_that_ended_is_no_longer_found() {
        User user = chat().member();
        NewLogin opened = chat().open(user);
        LoginId id = opened.login().id();

        assertTrue(logins().end(id, user.id(), NOW).isPresent());

        assertEquals(Optional.empty(), logins().findActive(id, NOW));
        assertEquals(Optional.empty(), logins().findByRefreshToken(opened.refreshToken(), NOW));
        assertTrue(logins().listActive(user.id(), NOW).stream()
                .noneMatch(login -> login.id().equals(id)));
    }

    @Test
    void ending_a_login_is_a_change_of_its_user() {
        User user = chat().member();
        Login first = chat().open(user).login();
        Login second = chat().open(user).login();

        EndedLogin one = logins().end(first.id(), user.id(), NOW).orElseThrow();
        EndedLogin other = logins().end(second.id(), user.id(), NOW).orElseThrow();

        assertEquals(new EndedLogin(first.id(), user.id(), new Revision(1)), one);
        assertEquals(new EndedLogin(second.id(), user.id(), new Revision(2)), other);
        assertEquals(List.of(new UserChange.OfLoginEnd(one), new UserChange.OfLoginEnd(other)), chat().changes(user));
        assertEquals(new Revision(2), chat().revision(user));
    }

    @Test
    void opening_a_login_is_no_change_of_its_user() {
        User user = chat().member();
        chat().open(user);

        assertEquals(Revision.ZERO, chat().revision(user));
        assertEquals(List.of(), chat().changes(user));
    }

    @Test
    void a_login_ends_once() {
        User user = chat().member();
        LoginId id = chat().open(user).login().id();
        logins().end(id, user.id(), NOW);

        assertEquals(Optional.empty(), logins().end(id, user.id(), NOW.plusMillis(1)));
        assertEquals(new Revision(1), chat().revision(user));
    }

    @Test
    void of_parallel_ends_of_one_login_exactly_one_ends_it() {
        User user = chat().member();
        LoginId id = chat().open(user).login().id();

        List<Optional<EndedLogin>> ended = Race.run(RACERS, i -> logins().end(id, user.id(), NOW));

        assertEquals(1, ended.stream().filter(Optional::isPresent).count());
        assertEquals(new Revision(1), chat().revision(user));
    }

    @Test
    void parallel_ends_of_different_logins_each_have_a_revision() {
        User user = chat().member();
        List<LoginId> ids = Race.run(RACERS, i -> chat().open(user).login().id());

        List<Long> revisions = Race.run(
                RACERS,
                i -> logins().end(ids.get(i), user.id(), NOW)
                        .orElseThrow()
                        .revision()
                        .value());

        assertEquals(RACERS, revisions.stream().distinct().count());
        assertEquals(new Revision(RACERS), chat().revision(user));
        assertEquals(RACERS, chat().changes(user).size());
    }

    @Test
    void nobody_ends_the_login_of_another() {
        Login login = chat().open(chat().member()).login();
        User other = chat().member();

        assertEquals(Optional.empty(), logins().end(login.id(), other.id(), NOW));

        assertEquals(Optional.of(login), logins().findActive(login.id(), NOW));
        assertEquals(Revision.ZERO, chat().revision(other));
    }

    @Test
    void an_unknown_login_does_not_end() {
        LoginId unknown = LoginId.next(NOW, ThreadLocalRandom.current());

        assertEquals(Optional.empty(), logins().end(unknown, chat().member().id(), NOW));
    }

    @Test
    void the_list_holds_what_lasts_the_one_seen_last_first() {
        User user = storage().users().ensure(Fixtures.hosted(), List.of());
        Login old = open(user, NOW.minusMillis(2), LATER);
        Login latest = open(user, NOW, LATER);
        Login middle = open(user, NOW.minusMillis(1), LATER);
        Login expired = open(user, NOW, NOW.plusMillis(5));
        LoginId ended = open(user, NOW, LATER).id();
        logins().end(ended, user.id(), NOW);
        chat().open(chat().member());

        assertEquals(List.of(latest, middle, old), logins().listActive(user.id(), NOW.plusMillis(5)));
        assertTrue(logins().listActive(user.id(), NOW.plusMillis(4)).contains(expired));
        assertEquals(List.of(), logins().listActive(user.id(), LATER));
    }

    @Test
    void a_renewal_moves_a_login_to_the_front() {
        User user = storage().users().ensure(Fixtures.hosted(), List.of());
        NewLogin first = chat().open(user);
        Login second = chat().open(user).login();

        Renewal renewal = logins().renew(first.refreshToken(), Fixtures.refreshToken(), NOW.plusMillis(1), LATER);

        assertEquals(
                List.of(((Renewal.Renewed) renewal).login(), second),
                logins().listActive(user.id(), NOW.plusMillis(1)));
    }

    @Test
    void an_unknown_user_has_no_logins() {
        assertEquals(List.of(), logins().listActive(Fixtures.userId(), NOW));
    }

    @Test
    void a_login_is_found_by_its_tokens_used_or_not() {
        NewLogin opened = chat().open(chat().member());
        RefreshTokenHash first = opened.refreshToken();
        RefreshTokenHash next = Fixtures.refreshToken();
        assertEquals(Optional.of(opened.login()), logins().findByRefreshToken(first, NOW));

        logins().renew(first, next, NOW, LATER.plusMillis(9));

        Optional<Login> login = logins().findActive(opened.login().id(), NOW);
        assertEquals(login, logins().findByRefreshToken(first, NOW));
        assertEquals(login, logins().findByRefreshToken(next, NOW));
    }

    @Test
    void a_token_that_has_expired_finds_nothing() {
        NewLogin opened = chat().open(chat().member());
        RefreshTokenHash next = Fixtures.refreshToken();
        logins().renew(opened.refreshToken(), next, NOW, LATER.plusMillis(9));

        assertEquals(Optional.empty(), logins().findByRefreshToken(opened.refreshToken(), LATER));
        assertTrue(logins().findByRefreshToken(next, LATER).isPresent());
        assertEquals(Optional.empty(), logins().findByRefreshToken(next, LATER.plusMillis(9)));
    }

    @Test
    void an_unknown_token_and_that_of_a_disabled_user_find_nothing() {
        NewLogin disabled = chat().open(chat().register(Fixtures.disabled(Fixtures.user())));

        assertEquals(Optional.empty(), logins().findByRefreshToken(Fixtures.refreshToken(), NOW));
        assertEquals(Optional.empty(), logins().findByRefreshToken(disabled.refreshToken(), NOW));
    }

    private Login open(User user, Instant from, Instant until) {
        LoginId id = LoginId.next(from, ThreadLocalRandom.current());
        Login login = Login.begun(id, user.id(), "", "", from, until);
        logins().open(new NewLogin(login, Fixtures.refreshToken()));
        return login;
    }

    private LoginRepository logins() {
        return storage().logins();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
