package io.chatsphere.domain.user;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.util.regex.Pattern;

/**
 * An e-mail address of at most 255 characters with something around one {@code @} and a dot behind it; whether it exists
 * only a mail can tell. Unique without regard to case, by {@link #key()}.
 */
public record Email(String value) {
    private static final int MAX = 255;
    // No white space of any script, no control character, no lone surrogate.
    private static final String PART = "[^@\\s\\p{Z}\\p{Cc}\\p{Cs}]+";
    private static final String LABEL = "[^@.\\s\\p{Z}\\p{Cc}\\p{Cs}]+";
    private static final Pattern SHAPE = Pattern.compile(PART + "@" + LABEL + "(\\." + LABEL + ")+");

    public Email {
        value = value.strip();
        if (Text.length(value) > MAX || !SHAPE.matcher(value).matches()) {
            throw new ChatException.Invalid(ErrorCode.EMAIL_INVALID, "email", (long) MAX);
        }
    }

    /** What two spellings of one address have in common. */
    public String key() {
        return Text.key(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
