package io.chatsphere.application.login;

import io.chatsphere.domain.login.RefreshToken;
import io.chatsphere.domain.user.User;
import java.time.Duration;

/** A user with the tokens of a new login. Printing it shows no token. */
public record SignedIn(User user, String accessToken, RefreshToken refreshToken, Duration expiresIn) {
    @Override
    public String toString() {
        return "SignedIn[user=" + user.id() + "]";
    }
}
