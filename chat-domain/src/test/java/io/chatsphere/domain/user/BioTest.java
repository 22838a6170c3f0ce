package io.chatsphere.domain.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BioTest {
    @Test
    void white_space_at_the_ends_is_cut_off() {
        assertEquals("likes\n\ttea", new Bio(" \n likes\n\ttea \u3000").value());
    }

    @Test
    void lines_end_alike_whatever_sent_them() {
        assertEquals("one\ntwo\nthree\n\nfour", new Bio("one\r\ntwo\rthree\r\n\r\nfour\r\n").value());
    }

    @Test
    void length_is_counted_in_characters_as_people_do() {
        assertEquals("🎉".repeat(500), new Bio("🎉".repeat(500)).value());
        assertRefused("🎉".repeat(501));
        assertEquals("a\n".repeat(250).strip(), new Bio("a\r\n".repeat(250)).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\r\n", "a\0b", "a\u0007b", "\uD83C", "a\u2028b", "a\u2029b", "a\u0085b"})
    void what_cannot_be_shown_or_says_nothing_is_refused(String text) {
        assertRefused(text);
    }

    private static void assertRefused(String text) {
        ChatException.Invalid refused = assertThrows(ChatException.Invalid.class, () -> new Bio(text));

        assertEquals(ErrorCode.BIO_INVALID, refused.code());
        assertEquals("bio", refused.faults().getFirst().field());
        assertEquals(List.of(1L, 500L), refused.faults().getFirst().limits());
    }
}
