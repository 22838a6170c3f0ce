package io.chatsphere.application.user;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.User;

/** Reads what everybody may see of a user. */
public final class ReadUser {

    /**
     * The user. Their e-mail address is for themselves alone: views leave it out.
     *
     * @throws ChatException.NotFound with {@code USER_NOT_FOUND}
     */
    public User handle(Caller caller, UserId id) {
        throw new UnsupportedOperationException();
    }
}
