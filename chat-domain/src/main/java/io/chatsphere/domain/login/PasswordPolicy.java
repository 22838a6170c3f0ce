package io.chatsphere.domain.login;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;

/**
 * What a new password must be.
 *
 * @param minLength the least length in characters, at least 1
 */
public record PasswordPolicy(int minLength) {
    /** At least six characters. */
    public static final PasswordPolicy DEFAULT = new PasswordPolicy(6);

    public PasswordPolicy {
        if (minLength < 1) {
            throw new IllegalArgumentException("minLength must be positive: " + minLength);
        }
    }

    /**
     * Refuses passwords that are too short.
     *
     * @param field what the wire calls the field in which the password stood
     * @throws ChatException.Invalid with {@code WEAK_PASSWORD} if {@code password} is not good enough
     */
    public void check(Password password, String field) {
        if (password.length() < minLength) {
            throw new ChatException.Invalid(ErrorCode.WEAK_PASSWORD, field, (long) minLength);
        }
    }
}
