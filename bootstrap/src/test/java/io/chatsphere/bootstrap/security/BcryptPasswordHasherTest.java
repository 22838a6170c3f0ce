package io.chatsphere.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chatsphere.contract.PasswordHasherContract;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.login.PasswordHasher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BcryptPasswordHasherTest extends PasswordHasherContract {
    private static final int QUICK = 4;

    private final BcryptPasswordHasher hasher = new BcryptPasswordHasher(QUICK);

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @AfterEach
    void close() {
        hasher.close();
    }

    @Test
    void hashes_say_their_format_and_cost() {
        assertThat(hasher.hash(new Password("secret")).reveal()).hasSize(60).startsWith("$2b$04$");
    }

    @Test
    void hashes_of_other_libraries_match() {
        // crypt('x' * 72, '$2a$04$......................') of the C library.
        PasswordHash foreign = new PasswordHash("$2a$04$......................SZFhVdUK5wGKY4lx/QrgUMHG0XsWjbi");

        assertThat(hasher.matches(new Password("x".repeat(72)), foreign)).isTrue();
        assertThat(hasher.matches(new Password("x".repeat(71)), foreign)).isFalse();
    }

    @Test
    void the_cost_has_bounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BcryptPasswordHasher(3));
        assertThatIllegalArgumentException().isThrownBy(() -> new BcryptPasswordHasher(32));
    }

    @Test
    void a_closed_hasher_refuses() {
        hasher.close();

        assertThatExceptionOfType(ChatException.Unavailable.class)
                .isThrownBy(() -> hasher.hash(new Password("secret")));
    }
}
