package io.chatsphere.adapter.http.user;

import io.chatsphere.application.user.UserSummaryView;
import io.chatsphere.domain.user.UserSummary;
import java.util.List;

/** A page of users. */
record UsersBody(List<UserSummaryView> users) {
    static UsersBody of(List<UserSummary> users) {
        return new UsersBody(users.stream().map(UserSummaryView::of).toList());
    }
}
