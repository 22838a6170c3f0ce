package io.chatsphere.adapter.http.user;

import io.chatsphere.application.presence.OnlineUsers;
import io.chatsphere.application.user.UserSummaryView;
import java.util.List;

/**
 * Who is online.
 *
 * @param count of all, not only of this page
 */
record OnlineUsersBody(int count, List<UserSummaryView> users) {
    static OnlineUsersBody of(OnlineUsers online) {
        return new OnlineUsersBody(
                online.count(), online.users().stream().map(UserSummaryView::of).toList());
    }
}
