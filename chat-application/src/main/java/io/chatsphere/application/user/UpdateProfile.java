package io.chatsphere.application.user;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.Bio;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UpdatedUser;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import java.util.Optional;

/** Changes what the caller says about themselves. */
public final class UpdateProfile {
    private final UserRepository users;
    private final ChangeBus bus;

    public UpdateProfile(UserRepository users, ChangeBus bus) {
        this.users = users;
        this.bus = bus;
    }

    /** What is to change: what is empty stays; an inner empty takes the value away. */
    public record Command(
            Caller caller,
            Optional<DisplayName> displayName,
            Optional<Optional<AvatarUrl>> avatarUrl,
            Optional<Optional<Bio>> bio) {
        User applyTo(User user) {
            return user.withProfile(
                    displayName.orElse(user.displayName()), avatarUrl.orElse(user.avatarUrl()), bio.orElse(user.bio()));
        }
    }

    /**
     * Changes the profile and gives the account as it is then.
     *
     * @throws ChatException.NotFound with {@code USER_NOT_FOUND}
     */
    public User handle(Command command) {
        UpdatedUser updated = users.update(command.caller().user(), command::applyTo);
        updated.revision()
                .ifPresent(revision ->
                        bus.publish(new UserChange.OfProfile(updated.user().summary(), revision)));
        return updated.user();
    }
}
