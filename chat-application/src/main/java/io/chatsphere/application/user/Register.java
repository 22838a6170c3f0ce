package io.chatsphere.application.user;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.login.Device;
import io.chatsphere.application.login.LoginTokens;
import io.chatsphere.application.login.Passwords;
import io.chatsphere.application.login.SignedIn;
import io.chatsphere.application.room.DefaultRooms;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.Username;

/** Makes a local account, a member of the rooms that everybody is in, and signs it in. */
public final class Register {
    private final UserRepository users;
    private final DefaultRooms defaultRooms;
    private final Passwords passwords;
    private final LoginTokens tokens;
    private final Ids ids;

    public Register(UserRepository users, DefaultRooms defaultRooms, Passwords passwords, LoginTokens tokens, Ids ids) {
        this.users = users;
        this.defaultRooms = defaultRooms;
        this.passwords = passwords;
        this.tokens = tokens;
        this.ids = ids;
    }

    /** An account to be made. */
    public record Command(Email email, Username username, DisplayName displayName, Password password, Device device) {}

    /**
     * Registers.
     *
     * @throws io.chatsphere.domain.error.ChatException.Conflict with {@code EMAIL_TAKEN} or {@code USERNAME_TAKEN}
     * @throws io.chatsphere.domain.error.ChatException.Invalid with {@code WEAK_PASSWORD}
     */
    public SignedIn handle(Command command) {
        PasswordHash hash = passwords.hashNew(command.password());
        User user = User.local(ids.userId(), command.username(), command.email(), command.displayName(), ids.now());
        return tokens.begin(
                user, command.device(), login -> users.register(user, hash, defaultRooms.joinedByAll(), login));
    }
}
