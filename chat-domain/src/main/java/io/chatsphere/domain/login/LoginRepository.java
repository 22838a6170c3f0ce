package io.chatsphere.domain.login;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps logins, the hashes of their refresh tokens, and tickets. A login is the family of all refresh tokens that descend
 * from its first one; a login that ended stays ended. Ending one moves its user's revision.
 *
 * <p>Thread-safe. Every method is one transaction and throws
 * {@link io.chatsphere.domain.error.ChatException.Unavailable} when the store does not answer.
 */
public interface LoginRepository {
    /** For so long the second use of a refresh token counts as a race of two tabs, not as theft. */
    Duration RACE = Duration.ofSeconds(10);

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

    /**
     * The login that this refresh token, used up or not, belongs to, if it is active as by {@link #findActive} and the token
     * has not expired.
     */
    Optional<Login> findByRefreshToken(RefreshTokenHash token, Instant now);

    /** The user's logins that have neither ended nor expired at {@code now}, the one seen last first. */
    List<Login> listActive(UserId user, Instant now);

    /**
     * Uses up a refresh token and puts {@code next} in its place, good until {@code expiresAt}, which also becomes the
     * login's expiry. Of parallel uses of one token exactly one is {@link Renewal.Renewed}. A token that was used up less
     * than {@link #RACE} before {@code now} is {@link Renewal.Raced}; one used up before that ends its login
     * ({@link Renewal.Reused}) if that is active; everything else is {@link Renewal.Refused}, also every token that has expired,
     * used up or not.
     */
    Renewal renew(RefreshTokenHash used, RefreshTokenHash next, Instant now, Instant expiresAt);

    /** Ends a login of this user; empty if the user has no such login, or it ended before. Its tickets are void. */
    Optional<EndedLogin> end(LoginId login, UserId user, Instant now);

    /** Keeps a ticket of a login that exists. */
    void addTicket(TicketHash ticket, LoginId login, Instant expiresAt);

    /**
     * Uses up a ticket: of parallel calls at most one gets the login, and only if neither ticket nor login has expired or
     * ended at {@code now} and the user is active.
     */
    Optional<Login> redeem(TicketHash ticket, Instant now);

    /**
     * Forgets tickets and refresh tokens that expired before {@code now}, and logins that ended or expired more than 30 days
     * before. What is forgotten was good for nothing any more; this alone may take several transactions.
     */
    void purge(Instant now);
}
