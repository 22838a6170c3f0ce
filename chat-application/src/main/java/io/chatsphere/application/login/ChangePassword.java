package io.chatsphere.application.login;

import io.chatsphere.application.id.Ids;
import io.chatsphere.application.limit.PasswordAttempts;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.user.Credentials;
import io.chatsphere.domain.user.UserRepository;
import java.util.Optional;

/** Gives the caller another password and ends all of their other logins. */
public final class ChangePassword {
    private final UserRepository users;
    private final Passwords passwords;
    private final PasswordAttempts attempts;
    private final LoginEnds ends;
    private final Ids ids;

    public ChangePassword(
            UserRepository users, Passwords passwords, PasswordAttempts attempts, LoginEnds ends, Ids ids) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.ends = ends;
        this.ids = ids;
    }

    /** The passwords as typed. */
    public record Command(Caller caller, Password current, Password next) {}

    /**
     * Changes the password.
     *
     * @throws ChatException.Forbidden with {@code LOGIN_REQUIRED} for a user who has no password here
     * @throws ChatException.Invalid with {@code WRONG_PASSWORD} or {@code WEAK_PASSWORD}
     * @throws ChatException.RateLimited after too many wrong passwords
     */
    public void handle(Command command) {
        UserId user = command.caller().user();
        passwords.policy().check(command.next(), "new_password");
        Credentials credentials =
                users.findCredentials(user).orElseThrow(() -> new ChatException.Forbidden(ErrorCode.LOGIN_REQUIRED));
        if (attempts.ofUser(user, () -> checked(command.current(), credentials)).isEmpty()) {
            throw new ChatException.Invalid(ErrorCode.WRONG_PASSWORD, "current_password");
        }
        PasswordHash hash = passwords.hasher().hash(command.next());
        users.changePassword(user, hash, command.caller().login(), ids.now()).forEach(ends::publish);
    }

    private Optional<Credentials> checked(Password password, Credentials credentials) {
        return Optional.of(credentials).filter(it -> passwords.hasher().matches(password, it.passwordHash()));
    }
}
