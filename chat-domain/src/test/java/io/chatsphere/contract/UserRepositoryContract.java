package io.chatsphere.contract;

import static io.chatsphere.contract.Fixtures.HASH;
import static io.chatsphere.contract.Fixtures.NOW;
import static io.chatsphere.contract.Fixtures.unique;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.Bio;
import io.chatsphere.domain.user.Credentials;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How {@link UserRepository} finds users and accounts. Extend it, and return the store to be proved from
 * {@link #storage()}; it may hold anything.
 */
@ContractOf(UserRepository.class)
public abstract class UserRepositoryContract {
    /** The store to be proved. */
    protected abstract Storage storage();

    @Test
    void a_user_comes_back_whole() {
        User plain = Fixtures.user();
        User full = new User(
                plain.id(),
                plain.username(),
                plain.email(),
                new DisplayName("公共 🎈 O'Neill"),
                Optional.of(new AvatarUrl("https://example.org/picture.png")),
                Optional.of(new Bio("first line\nsecond line")),
                User.LOCAL,
                true,
                NOW,
                Optional.of(NOW.plusMillis(1)));

        chat().register(full);

        assertEquals(Optional.of(full), users().find(full.id()));
    }

    @Test
    void a_user_without_extras_comes_back_whole() {
        User user = chat().member();

        assertEquals(Optional.of(user), users().find(user.id()));
    }

    @Test
    void an_unknown_id_finds_nobody() {
        assertEquals(Optional.empty(), users().find(Fixtures.userId()));
    }

    @Test
    void an_account_is_found_by_its_address_and_by_its_name() {
        User user = chat().member();
        Optional<Credentials> expected = Optional.of(new Credentials(user, HASH));

        assertEquals(
                expected, users().findCredentials(user.email().orElseThrow().value()));
        assertEquals(expected, users().findCredentials(user.username().value()));
    }

    @Test
    void neither_case_nor_width_nor_space_around_a_handle_matters() {
        String end = unique();
        Username name = new Username("Łukasz" + end);
        Email address = new Email("Łukasz." + end + "@Example.ORG");
        User user = chat().register(Fixtures.user(name, address));

        for (String handle : List.of("łUKASZ" + end, " Ł\uFF55kasz" + end + "\t", "łukasz." + end + "@eXample.org ")) {
            assertEquals(
                    Optional.of(user.id()),
                    users().findCredentials(handle).map(found -> found.user().id()),
                    handle);
        }
    }

    @Test
    void an_unknown_handle_finds_no_account() {
        assertEquals(Optional.empty(), users().findCredentials("u" + unique()));
        assertEquals(Optional.empty(), users().findCredentials(unique() + "@example.org"));
    }

    @Test
    void odd_handles_find_no_account_and_never_throw() {
        chat().member();
        List<String> odd = List.of(
                "", " ", "\0", "a\0b", "\uD800", "\uDC00a", "%", "_", "' OR 1=1 --", "\\", "@", "x".repeat(100_000));

        for (String handle : odd) {
            assertEquals(Optional.empty(), users().findCredentials(handle));
        }
    }

    @Test
    void a_user_of_a_host_application_has_no_account() {
        User hosted = users().ensure(Fixtures.hosted(), List.of());

        assertEquals(Optional.empty(), users().findCredentials(hosted.username().value()));
    }

    @Test
    void a_disabled_account_is_found_and_says_so() {
        User disabled = chat().register(Fixtures.disabled(Fixtures.user()));

        assertEquals(Optional.of(disabled), users().find(disabled.id()));
        assertEquals(
                Optional.of(new Credentials(disabled, HASH)),
                users().findCredentials(disabled.username().value()));
    }

    private UserRepository users() {
        return storage().users();
    }

    private TestChat chat() {
        return new TestChat(storage());
    }
}
