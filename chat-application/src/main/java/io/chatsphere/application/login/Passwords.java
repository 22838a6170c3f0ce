package io.chatsphere.application.login;

import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.login.PasswordHasher;
import io.chatsphere.domain.login.PasswordPolicy;

/** Takes passwords: new ones by the policy first, then the hasher. */
public record Passwords(PasswordPolicy policy, PasswordHasher hasher) {
    /**
     * The hash of a new password.
     *
     * @throws io.chatsphere.domain.error.ChatException.Invalid with {@code WEAK_PASSWORD}
     */
    public PasswordHash hashNew(Password password) {
        policy.check(password, "password");
        return hasher.hash(password);
    }
}
