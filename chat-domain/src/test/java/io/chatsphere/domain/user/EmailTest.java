package io.chatsphere.domain.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a@b.c", "first.last+tag@sub.example.org", "'o''neill'@example.org", "张@例子.中国", "🎈@example.org"
            })
    void what_may_be_an_address_is_fine(String address) {
        assertEquals(address, new Email(address).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@b",
                "a@b.",
                "a@.b",
                "a@b..c",
                "@b.c",
                "a@b@c.d",
                "a b@c.d",
                "a@b c.d",
                "a\0@b.c",
                "a\n@b.c",
                "a\u3000b@c.d",
                "a@b\u00A0c.d",
                "a\u2028b@c.d",
                "a\uD800@b.c",
                "a@\uDC00b.c",
                "a@b.\uD83C"
            })
    void what_cannot_be_an_address_is_refused(String address) {
        ChatException.Invalid refused = assertThrows(ChatException.Invalid.class, () -> new Email(address));

        assertEquals(ErrorCode.EMAIL_INVALID, refused.code());
    }

    @Test
    void an_address_has_at_most_255_characters() {
        String end = "@example.org";
        new Email("a".repeat(255 - end.length()) + end);

        assertThrows(ChatException.Invalid.class, () -> new Email("a".repeat(256 - end.length()) + end));
        assertThrows(ChatException.Invalid.class, () -> new Email("a".repeat(1_000_000) + end));
        assertThrows(ChatException.Invalid.class, () -> new Email("a@" + "b.".repeat(1_000_000)));
    }

    @Test
    void space_around_an_address_is_dropped() {
        assertEquals("a@b.c", new Email(" a@b.c\t\n").value());
    }

    @Test
    void case_does_not_distinguish_addresses() {
        assertEquals(new Email("Some.Body@Example.ORG").key(), new Email("some.body@example.org").key());
        assertEquals(new Email("a@b.c").key(), Handles.key(" A@B.C "));
    }
}
