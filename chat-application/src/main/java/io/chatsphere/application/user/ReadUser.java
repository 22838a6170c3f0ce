package io.chatsphere.application.user;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;

/** Reads what everybody may see of a user. */
public final class ReadUser {
    private final UserRepository users;

    public ReadUser(UserRepository users) {
        this.users = users;
    }

    /**
     * The user, active or not: what they wrote is still there. Their e-mail address is for themselves alone: views leave it
     * out.
     *
     * @throws ChatException.NotFound with {@code USER_NOT_FOUND}
     */
    public User handle(Caller caller, UserId id) {
        return users.find(id).orElseThrow(() -> new ChatException.NotFound(ErrorCode.USER_NOT_FOUND));
    }
}
