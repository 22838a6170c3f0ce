package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.login.PasswordHasher;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a {@link PasswordHasher} makes and recognizes. Extend it, and return the hasher to be proved from {@link #hasher()},
 * set to be quick; every test hashes a few passwords. How many calls it lets wait is for its own tests.
 */
@ContractOf(PasswordHasher.class)
public abstract class PasswordHasherContract {
    private static final int RACERS = 4;

    /** The hasher to be proved. */
    protected abstract PasswordHasher hasher();

    @Test
    void a_hash_matches_its_password_alone() {
        PasswordHash hash = hasher().hash(new Password("correct horse"));

        assertTrue(hasher().matches(new Password("correct horse"), hash));
        for (String wrong : List.of("correct hors", "correct horse ", "Correct horse", "x")) {
            assertFalse(hasher().matches(new Password(wrong), hash), wrong);
        }
    }

    @Test
    void two_hashes_of_one_password_differ() {
        Password password = new Password("correct horse");

        assertNotEquals(hasher().hash(password), hasher().hash(password));
    }

    @Test
    void a_hash_does_not_hold_the_password() {
        String secret = "correct-horse";

        assertFalse(hasher().hash(new Password(secret)).reveal().contains(secret));
    }

    @Test
    void passwords_of_every_script_are_told_apart() {
        PasswordHash hash = hasher().hash(new Password("пароль🔑密码"));

        assertTrue(hasher().matches(new Password("пароль🔑密码"), hash));
        assertFalse(hasher().matches(new Password("парол🔑密码"), hash));
        assertFalse(hasher().matches(new Password("??????????"), hash));
    }

    @Test
    void the_last_byte_of_the_longest_password_counts() {
        String start = "a".repeat(Password.MAX_BYTES - 1);
        PasswordHash hash = hasher().hash(new Password(start + "b"));

        assertTrue(hasher().matches(new Password(start + "b"), hash));
        assertFalse(hasher().matches(new Password(start + "c"), hash));
        assertFalse(hasher().matches(new Password(start), hash));
    }

    @Test
    void a_hash_of_a_foreign_or_broken_format_matches_nothing() {
        String genuine = hasher().hash(new Password("secret")).reveal();
        List<String> odd = List.of(
                "",
                "secret",
                "$",
                "\0",
                "{noop}secret",
                "$argon2id$v=19$m=16,t=2,p=1$c29tZXNhbHQ$c2VjcmV0",
                "5ebe2294ecd0e0f08eab7690d2a6ee69",
                genuine.substring(0, genuine.length() - 1),
                genuine.substring(0, genuine.length() / 2),
                genuine + "x",
                "x".repeat(10_000));

        for (String hash : odd) {
            assertFalse(hasher().matches(new Password("secret"), new PasswordHash(hash)), hash);
        }
    }

    @Test
    void wasting_time_on_a_password_is_all_that_waste_does() {
        assertDoesNotThrow(() -> hasher().waste(new Password("secret")));
    }

    @Test
    void hashes_made_in_parallel_match_their_own_passwords() {
        List<Boolean> matches = Race.run(RACERS, i -> {
            PasswordHash hash = hasher().hash(new Password("secret " + i));
            return hasher().matches(new Password("secret " + i), hash)
                    && !hasher().matches(new Password("secret " + (i + 1)), hash);
        });

        assertTrue(matches.stream().allMatch(Boolean::booleanValue));
    }
}
