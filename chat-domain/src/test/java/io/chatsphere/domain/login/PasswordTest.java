package io.chatsphere.domain.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import org.junit.jupiter.api.Test;

class PasswordTest {
    @Test
    void a_password_is_kept_exactly_as_it_was_typed() {
        assertEquals(" secret\t", new Password(" secret\t").reveal());
    }

    @Test
    void an_empty_password_is_refused() {
        assertRefused(ErrorCode.WEAK_PASSWORD, () -> new Password(""));
    }

    @Test
    void a_password_has_at_most_72_utf_8_bytes() {
        assertEquals(72, new Password("a".repeat(72)).length());
        assertEquals(18, new Password("🔑".repeat(18)).length());
        assertRefused(ErrorCode.PASSWORD_TOO_LONG, () -> new Password("a".repeat(73)));
        assertRefused(ErrorCode.PASSWORD_TOO_LONG, () -> new Password("🔑".repeat(18) + "a"));
    }

    @Test
    void the_policy_counts_code_points() {
        PasswordPolicy.DEFAULT.check(new Password("🔑".repeat(6)), "password");

        assertRefused(
                ErrorCode.WEAK_PASSWORD, () -> PasswordPolicy.DEFAULT.check(new Password("🔑".repeat(5)), "password"));
        assertThrows(IllegalArgumentException.class, () -> new PasswordPolicy(0));
    }

    private static void assertRefused(ErrorCode code, Runnable call) {
        ChatException.Invalid refused = assertThrows(ChatException.Invalid.class, call::run);

        assertEquals(code, refused.code());
        assertEquals("password", refused.faults().getFirst().field());
    }
}
