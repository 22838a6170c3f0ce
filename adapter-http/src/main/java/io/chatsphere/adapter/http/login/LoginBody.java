package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.application.login.Device;
import io.chatsphere.application.login.LogIn;
import io.chatsphere.domain.login.Password;
import java.util.Optional;
import java.util.function.Function;

/**
 * How somebody signs in. Printing it shows nothing.
 *
 * @param email an e-mail address or a username
 */
record LoginBody(Optional<String> email, Optional<String> password) {
    LogIn.Command command(Device device) {
        Fields fields = new Fields();
        Optional<String> handle = fields.required("email", email, Function.identity());
        Optional<Password> secret = fields.required("password", password, Password::new);
        fields.check();
        return new LogIn.Command(handle.orElseThrow(), secret.orElseThrow(), device);
    }

    @Override
    public String toString() {
        return "LoginBody[hidden]";
    }
}
