package io.chatsphere.application.user;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.user.UserRepository;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.util.List;
import java.util.Optional;

/** Finds users by how their name begins. */
public final class SearchUsers {
    private final UserRepository users;

    public SearchUsers(UserRepository users) {
        this.users = users;
    }

    /**
     * Active users whose username or display name begins so, without regard to white space around the text, in the order of
     * usernames, behind {@code after}, at most {@code limit}; none for a blank text.
     */
    public List<UserSummary> handle(Caller caller, String start, Optional<Username> after, int limit) {
        return start.isBlank() ? List.of() : users.search(start.strip(), after, limit);
    }
}
