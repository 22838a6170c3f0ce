package io.chatsphere.domain.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    @Test
    void each_reason_has_a_code_of_its_own() {
        long codes = Arrays.stream(ErrorCode.values())
                .map(ErrorCode::code)
                .distinct()
                .count();

        assertEquals(ErrorCode.values().length, codes);
    }

    @Test
    void codes_are_dotted_words_and_numbers_have_five_digits() {
        for (ErrorCode code : ErrorCode.values()) {
            assertTrue(code.code().matches("[a-z]+(\\.[a-z]+(-[a-z]+)*)?"), code.code());
            assertTrue(code.number() >= 40_000 && code.number() < 60_000, code.code());
        }
    }

    @Test
    void a_refusal_says_its_code_and_costs_no_stack_trace() {
        ChatException refused = new ChatException.NotFound(ErrorCode.ROOM_NOT_FOUND);

        assertEquals("room.not-found", refused.getMessage());
        assertEquals(0, refused.getStackTrace().length);
    }

    @Test
    void a_failed_dependency_keeps_its_cause_for_the_log() {
        IllegalStateException cause = new IllegalStateException("connection lost");
        ChatException.Unavailable refused = new ChatException.Unavailable(cause);

        assertSame(cause, refused.getCause());
        assertNotEquals(0, refused.getStackTrace().length);
        assertEquals("service.unavailable", refused.getMessage());
        assertTrue(refused.retryAfter().isPositive());
    }

    @Test
    void the_first_fault_gives_its_code() {
        Fault first = new Fault("username", ErrorCode.USERNAME_INVALID, List.of(3L, 50L));
        Fault second = new Fault("email", ErrorCode.EMAIL_INVALID, List.of());

        ChatException.Invalid refused = new ChatException.Invalid(List.of(first, second));

        assertEquals(ErrorCode.USERNAME_INVALID, refused.code());
        assertEquals(List.of(first, second), refused.faults());
    }

    @Test
    void too_much_says_how_long_to_wait() {
        assertEquals(Duration.ofSeconds(7), new ChatException.RateLimited(Duration.ofSeconds(7)).retryAfter());
    }
}
