package io.chatsphere.application.user;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.UserRepository;

/** Reads the caller's own account. */
public final class ReadProfile {
    private final UserRepository users;

    public ReadProfile(UserRepository users) {
        this.users = users;
    }

    /**
     * The account, with what only its owner sees.
     *
     * @throws ChatException.NotFound with {@code USER_NOT_FOUND}
     */
    public User handle(Caller caller) {
        return users.find(caller.user()).orElseThrow(() -> new ChatException.NotFound(ErrorCode.USER_NOT_FOUND));
    }
}
