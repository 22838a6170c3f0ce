package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.application.login.Device;
import io.chatsphere.application.user.Register;
import io.chatsphere.domain.login.Password;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.Username;
import java.util.Optional;

/** What a new account is made of. Printing it shows nothing. */
record RegisterBody(
        Optional<String> email, Optional<String> username, Optional<String> displayName, Optional<String> password) {
    Register.Command command(Device device) {
        Fields fields = new Fields();
        Optional<Email> address = fields.required("email", email, Email::new);
        Optional<Username> name = fields.required("username", username, Username::new);
        Optional<DisplayName> shown = fields.required("display_name", displayName, DisplayName::new);
        Optional<Password> secret = fields.required("password", password, Password::new);
        fields.check();
        return new Register.Command(
                address.orElseThrow(), name.orElseThrow(), shown.orElseThrow(), secret.orElseThrow(), device);
    }

    @Override
    public String toString() {
        return "RegisterBody[hidden]";
    }
}
