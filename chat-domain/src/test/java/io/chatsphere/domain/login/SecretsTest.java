package io.chatsphere.domain.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.user.Credentials;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void no_secret_is_ever_printed() {
        String secret = "s3cret-s3cret";
        List<Object> holders = List.of(
                new Password(secret),
                new PasswordHash(secret),
                new RefreshToken(secret),
                new Credentials(Fixtures.user(), new PasswordHash(secret)));

        holders.forEach(holder -> assertFalse(holder.toString().contains(secret)));
    }

    @Test
    void a_refusal_never_holds_what_was_typed() {
        String tooLong = "s3cret".repeat(20);

        RuntimeException refused = assertThrows(RuntimeException.class, () -> new Password(tooLong));

        assertFalse(refused.toString().contains("s3cret"));
    }

    @Test
    void a_refresh_token_has_256_random_bits_in_base64url() {
        RefreshToken token = RefreshToken.next(random);

        assertTrue(token.reveal().matches("[A-Za-z0-9_-]{43}"));
        assertNotEquals(token.reveal(), RefreshToken.next(random).reveal());
    }

    @Test
    void the_hash_of_a_refresh_token_is_its_sha_256() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                new RefreshToken("abc").hash().hex());
    }

    @Test
    void only_a_sha_256_is_the_hash_of_a_refresh_token() {
        for (String hex : List.of("", "abc", "A".repeat(64), "a".repeat(63), "a".repeat(65), "a".repeat(64) + "\n")) {
            assertThrows(IllegalArgumentException.class, () -> new RefreshTokenHash(hex));
        }
    }

    @Test
    void password_hashes_are_equal_by_value() {
        assertEquals(new PasswordHash("a"), new PasswordHash("a"));
        assertEquals(new PasswordHash("a").hashCode(), new PasswordHash("a").hashCode());
        assertNotEquals(new PasswordHash("a"), new PasswordHash("b"));
    }
}
