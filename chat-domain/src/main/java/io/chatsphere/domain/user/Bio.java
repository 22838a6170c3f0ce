package io.chatsphere.domain.user;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;

/** What somebody says about themselves: 1 to 500 characters on any number of lines, without white space at its ends. */
public record Bio(String value) {
    private static final int MAX = 500;

    public Bio {
        value = value.strip();
        int length = Text.length(value);
        if (length < 1 || length > MAX || !value.codePoints().allMatch(cp -> cp == '\n' || Text.isPrintable(cp))) {
            throw new ChatException.Invalid(ErrorCode.BIO_INVALID, "bio", 1L, (long) MAX);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
