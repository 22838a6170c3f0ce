package io.chatsphere.application.login;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who acts. Every use case takes one and trusts it: whoever makes a caller has authenticated the user.
 *
 * @param login the device; empty for users of a host application
 * @param expiresAt when the caller's token ends; empty if it does not
 */
public record Caller(UserId user, Optional<LoginId> login, Optional<Instant> expiresAt) {
    /** A user whom the embedding program vouches for, without end. */
    public static Caller of(UserId user) {
        return new Caller(user, Optional.empty(), Optional.empty());
    }
}
