package io.chatsphere.application.presence;

import io.chatsphere.domain.user.UserSummary;
import java.util.List;

/**
 * Who is online.
 *
 * @param count of all of them
 * @param users a page
 */
public record OnlineUsers(int count, List<UserSummary> users) {
    public OnlineUsers {
        users = List.copyOf(users);
    }
}
