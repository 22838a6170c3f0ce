package io.chatsphere.domain.user;

import io.chatsphere.domain.id.UserId;
import java.util.Optional;

/** What everybody may see of a user; travels with each message. */
public record UserSummary(UserId id, Username username, DisplayName displayName, Optional<AvatarUrl> avatarUrl) {}
