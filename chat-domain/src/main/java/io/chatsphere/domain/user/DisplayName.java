package io.chatsphere.domain.user;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;

/** The name that others see: 1 to 100 characters on one line, without white space at its ends. */
public record DisplayName(String value) {
    private static final int MAX = 100;

    public DisplayName {
        value = value.strip();
        int length = Text.length(value);
        if (length < 1 || length > MAX || !value.codePoints().allMatch(Text::isPrintable)) {
            throw new ChatException.Invalid(ErrorCode.DISPLAY_NAME_INVALID, "display_name", 1L, (long) MAX);
        }
    }

    /** What two spellings of one name have in common; several users may share it. */
    public String key() {
        return Text.key(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
