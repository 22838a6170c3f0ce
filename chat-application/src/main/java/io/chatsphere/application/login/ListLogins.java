package io.chatsphere.application.login;

import io.chatsphere.application.id.Ids;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.LoginRepository;
import java.util.List;

/** Lists the caller's logins: where they are signed in. */
public final class ListLogins {
    private final LoginRepository logins;
    private final Ids ids;

    public ListLogins(LoginRepository logins, Ids ids) {
        this.logins = logins;
        this.ids = ids;
    }

    /** Active logins, the one seen last first; none of a user of a host application. */
    public List<Login> handle(Caller caller) {
        return logins.listActive(caller.user(), ids.now());
    }
}
