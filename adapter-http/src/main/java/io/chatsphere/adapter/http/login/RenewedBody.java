package io.chatsphere.adapter.http.login;

import io.chatsphere.application.login.SignedIn;

/**
 * The new tokens of a login. Printing it shows none.
 *
 * @param expiresIn for how many seconds the access token is good
 */
record RenewedBody(String accessToken, String refreshToken, String tokenType, long expiresIn) {
    static RenewedBody of(SignedIn signedIn) {
        return new RenewedBody(
                signedIn.accessToken(),
                signedIn.refreshToken().reveal(),
                "bearer",
                signedIn.expiresIn().toSeconds());
    }

    @Override
    public String toString() {
        return "RenewedBody[hidden]";
    }
}
