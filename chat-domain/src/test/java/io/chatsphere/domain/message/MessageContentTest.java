package io.chatsphere.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageContentTest {
    @Test
    void white_space_at_the_ends_is_dropped_and_kept_within() {
        assertEquals("a \n\t b", new MessageContent(" \n\u3000a \n\t b\r\n ").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r ", "\u3000"})
    void nothing_is_refused(String text) {
        assertRefused(ErrorCode.MESSAGE_EMPTY, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\0b", "\0", "a\uD800", "\uD800a", "\uDC00", "\uDC00\uD800", "\uD83C\uD83C\uDF88", " \uD800 "})
    void what_no_store_can_keep_is_refused(String text) {
        assertRefused(ErrorCode.MESSAGE_TEXT_INVALID, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🎈", "a🎈b", "\u0001", "\uFFFF", "<script>alert(1)</script>", "\u202Egnirts", "👩‍👩‍👧"})
    void every_other_text_is_kept_exactly(String text) {
        assertEquals(text, new MessageContent(text).text());
    }

    @Test
    void length_is_counted_in_code_points() {
        assertEquals(3, new MessageContent("a🎈b").length());

        String longest = "🎈".repeat(MessageContent.HARD_LIMIT);
        assertEquals(MessageContent.HARD_LIMIT, new MessageContent(" " + longest).length());
        assertRefused(ErrorCode.MESSAGE_TOO_LONG, longest + "x");
    }

    private static void assertRefused(ErrorCode code, String text) {
        ChatException.Invalid refused = assertThrows(ChatException.Invalid.class, () -> new MessageContent(text));

        assertEquals(code, refused.code());
        assertEquals("content", refused.faults().getFirst().field());
        assertEquals(code.code(), refused.getMessage());
    }
}
