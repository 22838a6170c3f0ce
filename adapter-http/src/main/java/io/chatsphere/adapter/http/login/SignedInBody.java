package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.user.AccountBody;
import io.chatsphere.application.login.SignedIn;

/**
 * A user with the tokens of a new login. Printing it shows no token.
 *
 * @param expiresIn for how many seconds the access token is good
 */
record SignedInBody(AccountBody user, String accessToken, String refreshToken, String tokenType, long expiresIn) {
    static SignedInBody of(SignedIn signedIn) {
        return new SignedInBody(
                AccountBody.of(signedIn.user()),
                signedIn.accessToken(),
                signedIn.refreshToken().reveal(),
                "bearer",
                signedIn.expiresIn().toSeconds());
    }

    @Override
    public String toString() {
        return "SignedInBody[user=" + user.id() + "]";
    }
}
