package io.chatsphere.application.memory.data;

import io.chatsphere.domain.id.LoginId;
import java.time.Instant;
import java.util.Optional;

/** A refresh token of a login, and when it was used up. */
record StoredToken(LoginId login, Instant expiresAt, Optional<Instant> usedAt) {
    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
