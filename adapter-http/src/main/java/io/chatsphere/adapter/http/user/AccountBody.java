package io.chatsphere.adapter.http.user;

import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.Bio;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import java.time.Instant;
import java.util.Optional;

/** An account as its owner gets it. Nobody else sees the e-mail address. */
public record AccountBody(
        String id,
        Optional<String> email,
        String username,
        String displayName,
        Optional<String> avatarUrl,
        Optional<String> bio,
        String oauthProvider,
        Instant createdAt,
        Optional<Instant> lastSeen) {
    /** What the owner gets. */
    public static AccountBody of(User user) {
        return new AccountBody(
                user.id().toString(),
                user.email().map(Email::value),
                user.username().value(),
                user.displayName().value(),
                user.avatarUrl().map(AvatarUrl::value),
                user.bio().map(Bio::value),
                user.provider(),
                user.createdAt(),
                user.lastSeen());
    }
}
