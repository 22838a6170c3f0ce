package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.HASH;
import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.user.Credentials;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How a {@link UserRepository} changes passwords, and which accounts it finds by id. Extend it, and return the store to be
 * proved from {@link #storage()}; it may hold anything.
 */
@ContractOf(UserRepository.class)
public abstract class UserRepositoryPasswordContract {
    private static final int RACERS = 12;
    private static final PasswordHash OTHER = new PasswordHash("$kit$other");

    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void an_account_is_found_by_its_id_active_or_not() {
        User active = chat().member();
        User disabled = chat().register(Fixtures.disabled(Fixtures.user()));

        assertEquals(Optional.of(new Credentials(active, HASH)), users().findCredentials(active.id()));
        assertEquals(Optional.of(new Credentials(disabled, HASH)), users().findCredentials(disabled.id()));
    }

    @Test
    void users_of_a_host_application_and_unknown_ones_have_no_account() {
        User hosted = users().ensure(Fixtures.hosted(), List.of());

        assertEquals(Optional.empty(), users().findCredentials(hosted.id()));
        assertEquals(Optional.empty(), users().findCredentials(Fixtures.userId()));
    }

    @Test
    void another_password_stands_at_once() {
        User user = chat().member();

        users().changePassword(user.id(), OTHER, Optional.empty(), NOW);

        Optional<Credentials> expected = Optional.of(new Credentials(user, OTHER));
        assertEquals(expected, users().findCredentials(user.id()));
        assertEquals(expected, users().findCredentials(user.username().value()));
    }

    @Test
    void all_logins_end_but_the_one_that_is_kept() {
        User user = chat().member();
        Login kept = chat().open(user).login();
        Set<LoginId> others = active(user).stream()
                .map(Login::id)
                .filter(id -> !id.equals(kept.id()))
                .collect(Collectors.toSet());
        chat().open(user);
        others.add(chat().open(user).login().id());

        List<EndedLogin> ended = users().changePassword(user.id(), OTHER, Optional.of(kept.id()), NOW);

        assertEquals(List.of(kept), active(user));
        assertEquals(3, ended.size());
        assertTrue(ids(ended).containsAll(others));
        assertTrue(others.stream()
                .allMatch(id -> storage().logins().findActive(id, NOW).isEmpty()));
    }

    @Test
    void each_end_is_a_change_of_the_user() {
        User user = chat().member();
        chat().open(user);

        List<EndedLogin> ended = users().changePassword(user.id(), OTHER, Optional.empty(), NOW);

        assertEquals(List.of(1L, 2L), revisions(ended));
        assertEquals(new Revision(2), chat().revision(user));
        assertEquals(
                Set.copyOf(ended),
                chat().changes(user).stream()
                        .map(change -> ((UserChange.OfLoginEnd) change).ended())
                        .collect(Collectors.toSet()));
    }

    @Test
    void without_one_to_keep_all_logins_end() {
        User user = chat().member();
        chat().open(user);
        LoginId foreign = chat().open(chat().member()).login().id();

        assertEquals(
                2,
                users().changePassword(user.id(), OTHER, Optional.of(foreign), NOW)
                        .size());

        assertEquals(List.of(), active(user));
        assertTrue(storage().logins().findActive(foreign, NOW).isPresent());
    }

    @Test
    void logins_that_ended_before_do_not_end_again() {
        User user = chat().member();
        LoginId ended = chat().open(user).login().id();
        storage().logins().end(ended, user.id(), NOW);

        List<EndedLogin> now = users().changePassword(user.id(), OTHER, Optional.empty(), NOW);

        assertEquals(List.of(2L), revisions(now));
        assertTrue(!ids(now).contains(ended));
        assertEquals(List.of(), users().changePassword(user.id(), HASH, Optional.empty(), NOW));
    }

    @Test
    void of_parallel_changes_each_login_ends_once() {
        User user = chat().member();
        chat().open(user);

        List<EndedLogin> ended = Race.run(
                        RACERS,
                        i -> users().changePassword(user.id(), new PasswordHash("$kit$" + i), Optional.empty(), NOW))
                .stream()
                .flatMap(Collection::stream)
                .toList();

        assertEquals(2, ended.size());
        assertEquals(2, ids(ended).size());
        assertEquals(new Revision(2), chat().revision(user));
    }

    @Test
    void only_local_accounts_have_a_password() {
        UserId hosted = users().ensure(Fixtures.hosted(), List.of()).id();

        for (UserId id : List.of(hosted, Fixtures.userId())) {
            assertRefused(
                    ChatException.NotFound.class,
                    ErrorCode.USER_NOT_FOUND,
                    () -> users().changePassword(id, OTHER, Optional.empty(), NOW));
        }
        assertEquals(Optional.empty(), users().findCredentials(hosted));
    }

    private List<Login> active(User user) {
        return storage().logins().listActive(user.id(), NOW);
    }

    private static Set<LoginId> ids(List<EndedLogin> ended) {
        return ended.stream().map(EndedLogin::login).collect(Collectors.toSet());
    }

    private static List<Long> revisions(List<EndedLogin> ended) {
        return ended.stream().map(login -> login.revision().value()).sorted().toList();
    }

    private UserRepository users() {
        return storage().users();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
