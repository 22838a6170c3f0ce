package io.chatsphere.application.login;

import io.chatsphere.domain.login.Login;
import java.util.List;

/** Lists the caller's logins: where they are signed in. */
public final class ListLogins {

    /**
     * Active logins, the one seen last first.
     */
    public List<Login> handle(Caller caller) {
        throw new UnsupportedOperationException();
    }
}
