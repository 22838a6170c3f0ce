package io.chatsphere.adapter.http.login;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.ChangePassword;
import io.chatsphere.domain.login.Password;
import java.util.Optional;

/** One's password, and the one to have from now on. Printing it shows nothing. */
record ChangePasswordBody(Optional<String> currentPassword, Optional<String> newPassword) {
    private static final String CURRENT = "current_password";
    private static final String NEXT = "new_password";

    ChangePassword.Command command(Caller caller) {
        Fields fields = new Fields();
        Optional<Password> current = fields.required(CURRENT, currentPassword, Fields.as(CURRENT, Password::new));
        Optional<Password> next = fields.required(NEXT, newPassword, Fields.as(NEXT, Password::new));
        fields.check();
        return new ChangePassword.Command(caller, current.orElseThrow(), next.orElseThrow());
    }

    @Override
    public String toString() {
        return "ChangePasswordBody[hidden]";
    }
}
