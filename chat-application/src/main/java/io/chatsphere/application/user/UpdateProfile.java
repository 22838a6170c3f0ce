package io.chatsphere.application.user;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.Bio;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import java.util.Optional;

/** Changes what the caller says about themselves. */
public final class UpdateProfile {
    /** What is to change: what is empty stays; an inner empty takes the value away. */
    public record Command(
            Caller caller,
            Optional<DisplayName> displayName,
            Optional<Optional<AvatarUrl>> avatarUrl,
            Optional<Optional<Bio>> bio) {}

    /**
     * Changes the profile and gives the account as it is then.
     *
     * @throws ChatException.NotFound with {@code USER_NOT_FOUND}
     */
    public User handle(Command command) {
        throw new UnsupportedOperationException();
    }
}
