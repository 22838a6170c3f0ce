package io.chatsphere.domain.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"x", "张三丰", "O'Neill <b>", "👩‍👩‍👧 family", "a\u00A0b"})
    void one_line_of_text_is_fine(String name) {
        assertEquals(name, new DisplayName(name).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u3000",
                "a\nb",
                "a\tb",
                "a\0b",
                "a\u2028b",
                "a\u2029b",
                "a\uD800",
                "\uDC00a",
                "a\u0085b"
            })
    void nothing_and_more_than_a_line_are_refused(String name) {
        ChatException.Invalid refused = assertThrows(ChatException.Invalid.class, () -> new DisplayName(name));

        assertEquals(ErrorCode.DISPLAY_NAME_INVALID, refused.code());
    }

    @Test
    void white_space_around_it_is_dropped_before_it_is_measured() {
        assertEquals("x y", new DisplayName("\n x y \u3000").value());
        assertEquals(100, new DisplayName(" " + "x".repeat(100) + " ").value().length());
    }

    @Test
    void neither_case_nor_width_distinguishes_its_key() {
        assertEquals("ann σ", new DisplayName("ＡＮＮ ς").key());
        assertEquals(new DisplayName("Ann Σ").key(), Handles.key(" ann σ"));
    }

    @Test
    void length_is_counted_in_code_points() {
        assertEquals(200, new DisplayName("🎈".repeat(100)).value().length());
        assertThrows(ChatException.Invalid.class, () -> new DisplayName("🎈".repeat(101)));
    }
}
