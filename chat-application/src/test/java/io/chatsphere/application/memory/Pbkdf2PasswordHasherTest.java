package io.chatsphere.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.contract.PasswordHasherContract;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.login.PasswordHasher;
import org.junit.jupiter.api.Test;

class Pbkdf2PasswordHasherTest extends PasswordHasherContract {
    private final Pbkdf2PasswordHasher hasher = new Pbkdf2PasswordHasher(10);

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Test
    void a_known_password_gives_the_key_that_other_implementations_give() {
        // The key was made by Python's hashlib.pbkdf2_hmac("sha256", "пароль", b"0123456789abcdef", 1000).
        PasswordHash hash = new PasswordHash(
                "pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg$K2lNcecyyirtMcRrmsrKITw50FJj2YD0MqcgBz61dPc");

        assertThat(hasher.matches(new Password("пароль"), hash)).isTrue();
        assertThat(hasher.matches(new Password("пароли"), hash)).isFalse();
    }

    @Test
    void raising_the_iterations_keeps_old_hashes_valid() {
        PasswordHash old = hasher.hash(new Password("secret"));

        assertThat(new Pbkdf2PasswordHasher(20).matches(new Password("secret"), old))
                .isTrue();
    }

    @Test
    void no_iterations_are_refused() {
        assertThatThrownBy(() -> new Pbkdf2PasswordHasher(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
