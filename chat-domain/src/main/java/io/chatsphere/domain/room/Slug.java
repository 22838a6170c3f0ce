package io.chatsphere.domain.room;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.util.regex.Pattern;

/** The unique, immutable name of a public room on the wire: 1 to 50 of {@code a-z}, {@code 0-9} and {@code -}. */
public record Slug(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,50}");

    public Slug {
        if (!SHAPE.matcher(value).matches()) {
            throw new ChatException.Invalid(ErrorCode.ROOM_SLUG_INVALID, "id", 50L);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
