package io.chatsphere.domain.login;

/**
 * Turns passwords into hashes that are slow to guess. Salted: two hashes of one password differ. Thread-safe; calls take
 * long on purpose and block, and an implementation bounds how many run at once, so that logins never starve live traffic.
 */
public interface PasswordHasher {
    /**
     * A new hash.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable when too many calls wait already
     */
    PasswordHash hash(Password password);

    /**
     * Whether {@code hash} was made of {@code password}. A hash of a foreign format, or a broken one, is simply no match.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable when too many calls wait already
     */
    boolean matches(Password password, PasswordHash hash);

    /**
     * Takes as long as {@link #matches} and matches nothing: spent for accounts that do not exist, so that time does not
     * tell which do.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable when too many calls wait already
     */
    void waste(Password password);
}
