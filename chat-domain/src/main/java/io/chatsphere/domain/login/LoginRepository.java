package io.chatsphere.domain.login;

import io.chatsphere.domain.id.LoginId;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps logins and the hashes of their refresh tokens.
 *
 * <p>Thread-safe. Every method is one transaction and throws
 * {@link io.chatsphere.domain.error.ChatException.Unavailable} when the store does not answer.
 */
public interface LoginRepository {
    /**
     * Adds a login of a user who exists.
     *
     * @throws io.chatsphere.domain.error.ChatException.NotFound with {@code USER_NOT_FOUND} if the user does not
     */
    void open(NewLogin login);

    /**
     * The login, if it has neither ended nor expired at {@code now} and its user is active. One read by key, and what every
     * authenticated request asks: the answer is never from a cache.
     */
    Optional<Login> findActive(LoginId id, Instant now);
}
