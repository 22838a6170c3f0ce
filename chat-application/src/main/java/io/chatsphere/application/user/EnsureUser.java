package io.chatsphere.application.user;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.DefaultRooms;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.Username;

/** Lets an embedding program bring users of its own: no import, each is made on first sight. */
public final class EnsureUser {
    private final UserRepository users;
    private final DefaultRooms defaultRooms;
    private final Ids ids;

    public EnsureUser(UserRepository users, DefaultRooms defaultRooms, Ids ids) {
        this.users = users;
        this.defaultRooms = defaultRooms;
        this.ids = ids;
    }

    /** A user of the host application. */
    public record Command(UserId id, Username username, DisplayName displayName) {}

    /**
     * The caller for this user, made with the rooms that everybody is in unless the id is known.
     *
     * @throws io.chatsphere.domain.error.ChatException.Conflict with {@code USERNAME_TAKEN} if another user has the name
     */
    public Caller handle(Command command) {
        if (users.find(command.id()).isEmpty()) {
            User user = User.hosted(command.id(), command.username(), command.displayName(), ids.now());
            users.ensure(user, defaultRooms.joinedByAll());
        }
        return Caller.of(command.id());
    }
}
