package io.chatsphere.application.login;

import io.chatsphere.application.limit.PasswordAttempts;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.login.PasswordHasher;
import io.chatsphere.domain.user.Credentials;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;
import java.util.Optional;

/** Signs a local account in with its password. */
public final class LogIn {
    private final UserRepository users;
    private final LoginRepository logins;
    private final PasswordHasher hasher;
    private final PasswordAttempts attempts;
    private final LoginTokens tokens;

    public LogIn(
            UserRepository users,
            LoginRepository logins,
            PasswordHasher hasher,
            PasswordAttempts attempts,
            LoginTokens tokens) {
        this.users = users;
        this.logins = logins;
        this.hasher = hasher;
        this.attempts = attempts;
        this.tokens = tokens;
    }

    /**
     * What somebody typed.
     *
     * @param handle an e-mail address or a username, in any spelling
     */
    public record Command(String handle, Password password, Device device) {}

    /**
     * Begins a login. An unknown account and a wrong password get the same answer after the same time, and count alike.
     *
     * @throws ChatException.Unauthenticated with {@code INVALID_CREDENTIALS}
     * @throws ChatException.Forbidden with {@code ACCOUNT_DISABLED}, only to whom knows the password
     * @throws ChatException.RateLimited after too many wrong passwords, also with the right one; see {@link PasswordAttempts}
     */
    public SignedIn handle(Command command) {
        User user = attempts.atSignIn(command.handle(), command.device().address(), () -> checked(command))
                .orElseThrow(() -> new ChatException.Unauthenticated(ErrorCode.INVALID_CREDENTIALS));
        if (!user.active()) {
            throw new ChatException.Forbidden(ErrorCode.ACCOUNT_DISABLED);
        }
        return tokens.begin(user, command.device(), logins::open);
    }

    private Optional<User> checked(Command command) {
        Optional<Credentials> credentials = users.findCredentials(command.handle());
        if (credentials.isEmpty()) {
            hasher.waste(command.password());
        }
        return credentials
                .filter(it -> hasher.matches(command.password(), it.passwordHash()))
                .map(Credentials::user);
    }
}
