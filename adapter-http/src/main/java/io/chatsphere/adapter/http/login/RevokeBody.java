package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.RevokeToken;
import java.util.Optional;
import java.util.function.Function;

/** A token that shall be good for nothing any more. Printing it shows nothing. */
record RevokeBody(Optional<String> token) {
    RevokeToken.Command command(Caller caller) {
        Fields fields = new Fields();
        Optional<String> revoked = fields.required("token", token, Function.identity());
        fields.check();
        return new RevokeToken.Command(caller, revoked.orElseThrow());
    }

    @Override
    public String toString() {
        return "RevokeBody[hidden]";
    }
}
