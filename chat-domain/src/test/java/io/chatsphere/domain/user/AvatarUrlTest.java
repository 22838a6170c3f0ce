package io.chatsphere.domain.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvatarUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "https://example.org/a.png?b=c#d",
                "HTTPS://EXAMPLE.org:8443/",
                "http://127.0.0.1/x",
                "https://[::1]/x",
                "https://example.org/张.png"
            })
    void web_addresses_are_fine(String url) {
        assertEquals(url, new AvatarUrl(url).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "example.org/a.png", "/a.png", "//example.org/a.png", "ftp://example.org/a", "javascript:alert(1)",
                "data:image/png;base64,AAAA", "file:///etc/passwd", "https:", "https://", "https:///a",
                        "http:example.org",
                "https://exa mple.org", "https://example.org/a\nb", "https://example.org/\0",
                        "https://example.org/\uD800"
            })
    void anything_else_is_refused(String url) {
        ChatException.Invalid refused = assertThrows(ChatException.Invalid.class, () -> new AvatarUrl(url));

        assertEquals(ErrorCode.AVATAR_URL_INVALID, refused.code());
    }

    @Test
    void an_address_has_at_most_500_characters() {
        String start = "https://example.org/";
        new AvatarUrl(start + "a".repeat(500 - start.length()));

        assertThrows(ChatException.Invalid.class, () -> new AvatarUrl(start + "a".repeat(501 - start.length())));
    }
}
