package io.chatsphere.domain.login;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.nio.charset.StandardCharsets;

/**
 * A password as somebody typed it: 1 to 72 UTF-8 bytes, since bcrypt reads no further. It cannot be printed. How long a new
 * one must be is a {@link PasswordPolicy}'s matter.
 */
public final class Password {
    /** The greatest length in UTF-8 bytes. */
    public static final int MAX_BYTES = 72;

    private final String value;

    /**
     * Takes what was typed, as it is.
     *
     * @throws ChatException.Invalid with {@code PASSWORD_TOO_LONG} or, when empty, {@code WEAK_PASSWORD}
     */
    public Password(String value) {
        if (value.isEmpty()) {
            throw new ChatException.Invalid(ErrorCode.WEAK_PASSWORD, "password", 1L);
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new ChatException.Invalid(ErrorCode.PASSWORD_TOO_LONG, "password", (long) MAX_BYTES);
        }
        this.value = value;
    }

    /** The password itself, for hashing alone. */
    public String reveal() {
        return value;
    }

    /** Length in characters as a person counts them (code points). */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
