package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.application.login.RenewLogin;
import io.chatsphere.domain.login.RefreshToken;
import java.util.Optional;

/** A refresh token to be used up. Printing it shows nothing. */
record RefreshBody(Optional<String> refreshToken) {
    RenewLogin.Command command() {
        Fields fields = new Fields();
        Optional<RefreshToken> token = fields.required("refresh_token", refreshToken, RefreshToken::new);
        fields.check();
        return new RenewLogin.Command(token.orElseThrow());
    }

    @Override
    public String toString() {
        return "RefreshBody[hidden]";
    }
}
