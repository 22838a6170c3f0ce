package io.chatsphere.application.user;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.Optional;

/** Finds users by how their name begins. */
public final class SearchUsers {

    /**
     * Active users whose username or display name begins so, in the order of usernames, behind {@code after}, at most
     * {@code limit}; none for a blank text.
     */
    public List<UserSummary> handle(Caller caller, String start, Optional<Username> after, int limit) {
        throw new UnsupportedOperationException();
    }
}
