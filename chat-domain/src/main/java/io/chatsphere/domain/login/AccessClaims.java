package io.chatsphere.domain.login;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What an access token says.
 *
 * @param login the device it belongs to; empty for tokens that a host application signs
 * @param username as the token spells it, not validated
 * @param displayName as the token spells it, not validated
 * @param email as the token spells it, not validated
 * @param expiresAt the first moment at which the token is not valid
 */
public record AccessClaims(
        UserId user,
        Optional<LoginId> login,
        String username,
        String displayName,
        Optional<String> email,
        Instant issuedAt,
        Instant expiresAt) {}
