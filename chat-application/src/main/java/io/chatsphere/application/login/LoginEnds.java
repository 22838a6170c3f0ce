package io.chatsphere.application.login;

import io.chatsphere.application.id.Ids;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.login.LoginRepository;

/** Ends logins, and tells it wherever they have something open. Thread-safe. */
public final class LoginEnds {
    private final LoginRepository logins;
    private final ChangeBus bus;
    private final Ids ids;

    public LoginEnds(LoginRepository logins, ChangeBus bus, Ids ids) {
        this.logins = logins;
        this.bus = bus;
        this.ids = ids;
    }

    /** Ends a login of this user; false if they have no such login, or it ended before. */
    boolean end(LoginId login, UserId user) {
        var ended = logins.end(login, user, ids.now());
        ended.ifPresent(this::publish);
        return ended.isPresent();
    }

    /** Tells of a login that the store has ended. */
    void publish(EndedLogin ended) {
        bus.publish(new UserChange.OfLoginEnd(ended));
    }
}
