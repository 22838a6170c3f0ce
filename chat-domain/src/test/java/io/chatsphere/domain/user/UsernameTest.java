package io.chatsphere.domain.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
    @ParameterizedTest
    @ValueSource(strings = {"bob", "张三丰", "Łukasz9", "हिन्दी", "مستخدم", "𝒜𝒷𝒸", "007"})
    void letters_and_digits_of_any_script_are_fine(String name) {
        assertEquals(name, new Username(name).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "a b",
                "bob ",
                " bob",
                "bob_1",
                "bob-1",
                "b@b",
                "bob\0",
                "bob\u200D",
                "bob\uD800",
                "🎈🎈🎈",
                "\u0301bob",
                "bob.x",
                "<b>"
            })
    void anything_else_is_refused(String name) {
        ChatException.Invalid refused = assertThrows(ChatException.Invalid.class, () -> new Username(name));

        assertEquals(ErrorCode.USERNAME_INVALID, refused.code());
        assertEquals("username", refused.faults().getFirst().field());
    }

    @Test
    void length_is_counted_in_code_points() {
        assertEquals(50, new Username("𝒜".repeat(50)).value().codePointCount(0, 100));
        assertThrows(ChatException.Invalid.class, () -> new Username("𝒜".repeat(51)));
        assertThrows(ChatException.Invalid.class, () -> new Username("𝒜𝒷"));
        assertThrows(ChatException.Invalid.class, () -> new Username("x".repeat(100_000)));
    }

    @Test
    void a_name_is_kept_in_composed_form() {
        assertEquals("Zo\u00EB", new Username("Zoe\u0308").value());
    }

    @ParameterizedTest
    @CsvSource({
        "bob, BOB",
        "bob, ｂｏｂ",
        "straße, STRASSE",
        "ΟΔΟΣ, οδος",
        "οδοσ, οδος",
        "Zoe\u0308, ZO\u00CB",
        "ﬁne, FINE",
        "①②③, 123",
    })
    void neither_case_nor_width_distinguishes_names(String one, String other) {
        assertEquals(Text.key(one), Text.key(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "STRASSE", "straße", "İstanbul", "ıII", "ǅungla", "ﬀ99", "ΟΔΟΣ", "ﾊﾝｶｸ"})
    void the_key_of_a_key_is_itself(String name) {
        assertEquals(Text.key(name), Text.key(Text.key(name)));
        assertEquals(new Username(name).key(), Handles.key(" " + name + "\n"));
    }

    @ParameterizedTest
    @CsvSource({"οδυσ, Οδυσσευς", "ΟΔΥΣ, οδυσσευς", "οδος, οδοστρωμα", "stras, STRAßE", "ｂ, bob"})
    void the_key_of_a_beginning_begins_the_key(String beginning, String name) {
        assertTrue(new Username(name).key().startsWith(Handles.key(beginning)));
    }

    @Test
    void different_names_have_different_keys() {
        assertNotEquals(new Username("bob").key(), new Username("bób").key());
    }

    @Test
    void a_name_prints_as_itself() {
        assertEquals("bob", new Username("bob").toString());
    }
}
