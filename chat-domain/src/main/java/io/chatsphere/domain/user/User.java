package io.chatsphere.domain.user;

import io.chatsphere.domain.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A person or program with a name here.
 *
 * @param email empty for users that a host application brings
 * @param provider who vouches for the user: {@link #LOCAL} for accounts with a password of ours
 * @param active a user who is not can neither sign in nor be written to
 * @param lastSeen when the user was last connected
 */
public record User(
        UserId id,
        Username username,
        Optional<Email> email,
        DisplayName displayName,
        Optional<AvatarUrl> avatarUrl,
        Optional<Bio> bio,
        String provider,
        boolean active,
        Instant createdAt,
        Optional<Instant> lastSeen) {

    /** The provider of accounts whose password is kept here. */
    public static final String LOCAL = "local";

    /** The provider of users whom a host application vouches for. */
    public static final String HOST = "host";

    /** A new local account. */
    public static User local(UserId id, Username username, Email email, DisplayName displayName, Instant now) {
        return new User(
                id,
                username,
                Optional.of(email),
                displayName,
                Optional.empty(),
                Optional.empty(),
                LOCAL,
                true,
                now,
                Optional.empty());
    }

    /** A user whom a host application knows: without e-mail and password. */
    public static User hosted(UserId id, Username username, DisplayName displayName, Instant now) {
        return new User(
                id,
                username,
                Optional.empty(),
                displayName,
                Optional.empty(),
                Optional.empty(),
                HOST,
                true,
                now,
                Optional.empty());
    }

    /** What everybody may see. */
    public UserSummary summary() {
        return new UserSummary(id, username, displayName, avatarUrl);
    }

    /** The same user with another profile. */
    public User withProfile(DisplayName newDisplayName, Optional<AvatarUrl> newAvatarUrl, Optional<Bio> newBio) {
        return new User(
                id, username, email, newDisplayName, newAvatarUrl, newBio, provider, active, createdAt, lastSeen);
    }
}
