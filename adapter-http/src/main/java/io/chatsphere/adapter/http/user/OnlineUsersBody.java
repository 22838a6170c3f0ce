package io.chatsphere.adapter.http.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatsphere.application.presence.OnlineUsers;
import io.chatsphere.application.user.UserSummaryView;
import java.util.List;

/**
 * Who is online.
 *
 * @param count of all, not only of this page
 * @param stale whether it is as last seen; left out where it is not
 */
record OnlineUsersBody(
        int count,
        List<UserSummaryView> users,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean stale) {
    static OnlineUsersBody of(OnlineUsers online) {
        return new OnlineUsersBody(
                online.count(), online.users().stream().map(UserSummaryView::of).toList(), online.stale());
    }
}
