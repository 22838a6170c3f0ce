package io.chatsphere.application.presence;

import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.UserSummary;
import java.util.List;
import java.util.Optional;

/**
 * Who is online.
 *
 * @param count of all of them
 * @param users a page
 * @param stale whether it is as last seen, since the registry does not answer now; then {@code users} may be only some
 */
public record OnlineUsers(int count, List<UserSummary> users, boolean stale) {
    public OnlineUsers {
        users = List.copyOf(users);
    }

    /** A page of a list by id, as last seen. */
    OnlineUsers page(Optional<UserId> after, int limit) {
        return new OnlineUsers(
                count,
                users.stream()
                        .filter(user -> after.isEmpty() || isBehind(user.id(), after.get()))
                        .limit(limit)
                        .toList(),
                true);
    }

    private static boolean isBehind(UserId user, UserId after) {
        return user.toString().compareTo(after.toString()) > 0;
    }
}
