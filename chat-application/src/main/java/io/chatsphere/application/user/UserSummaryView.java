package io.chatsphere.application.user;

import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.UserSummary;
import java.util.Optional;

/** What everybody may see of a user, as clients get it: field names in camel case here, in snake case on the wire. */
public record UserSummaryView(String id, String username, String displayName, Optional<String> avatarUrl) {
    /** The view of a user. */
    public static UserSummaryView of(UserSummary user) {
        return new UserSummaryView(
                user.id().toString(),
                user.username().value(),
                user.displayName().value(),
                user.avatarUrl().map(AvatarUrl::value));
    }
}
