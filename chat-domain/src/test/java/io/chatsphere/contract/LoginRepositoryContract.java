package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.LATER;
import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * How {@link LoginRepository} keeps logins. Extend it, and return the store to be proved from {@link #storage()}; it may
 * hold anything.
 */
@ContractOf(LoginRepository.class)
public abstract class LoginRepositoryContract {
    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void an_open_login_is_active_and_comes_back_whole() {
        Login login = open(chat().member());

        assertEquals(Optional.of(login), findActive(login, NOW));
    }

    @Test
    void a_login_without_device_and_address_comes_back_whole() {
        User user = chat().member();
        NewLogin full = Fixtures.login(user.id());
        Login bare = Login.begun(full.login().id(), user.id(), "", "", NOW, LATER);

        storage().logins().open(new NewLogin(bare, full.refreshToken()));

        assertEquals(Optional.of(bare), findActive(bare, NOW));
    }

    @Test
    void a_user_may_have_several_logins() {
        User user = chat().member();
        Login one = open(user);
        Login other = open(user);

        assertEquals(
                List.of(one, other),
                List.of(
                        findActive(one, NOW).orElseThrow(),
                        findActive(other, NOW).orElseThrow()));
    }

    @Test
    void a_login_lasts_until_the_moment_at_which_it_expires() {
        Login login = open(chat().member());

        assertEquals(Optional.of(login), findActive(login, LATER.minusMillis(1)));
        assertEquals(Optional.empty(), findActive(login, LATER));
        assertEquals(Optional.empty(), findActive(login, LATER.plusMillis(1)));
    }

    @Test
    void an_unknown_login_is_not_active() {
        LoginId unknown = LoginId.next(NOW, ThreadLocalRandom.current());

        assertEquals(Optional.empty(), storage().logins().findActive(unknown, NOW));
    }

    @Test
    void a_login_of_a_disabled_user_is_not_active() {
        User disabled = chat().register(Fixtures.disabled(Fixtures.user()));

        assertEquals(Optional.empty(), findActive(open(disabled), NOW));
    }

    @Test
    void a_user_of_a_host_application_may_have_a_login() {
        Login login = open(storage().users().ensure(Fixtures.hosted(), List.of()));

        assertEquals(Optional.of(login), findActive(login, NOW));
    }

    @Test
    void nobody_opens_a_login_of_an_unknown_user() {
        NewLogin login = Fixtures.login(Fixtures.userId());

        assertRefused(
                ChatException.NotFound.class,
                ErrorCode.USER_NOT_FOUND,
                () -> storage().logins().open(login));
        assertEquals(Optional.empty(), findActive(login.login(), NOW));
    }

    private Login open(User user) {
        NewLogin login = Fixtures.login(user.id());
        storage().logins().open(login);
        return login.login();
    }

    private Optional<Login> findActive(Login login, Instant now) {
        return storage().logins().findActive(login.id(), now);
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
