package io.chatsphere.adapter.http.user;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chatsphere.application.user.UserSummaryView;
import io.chatsphere.domain.user.Bio;
import io.chatsphere.domain.user.User;
import java.time.Instant;
import java.util.Optional;

/** What everybody may see of a user. */
record UserBody(
        @JsonUnwrapped UserSummaryView summary, Optional<String> bio, Instant createdAt, Optional<Instant> lastSeen) {
    static UserBody of(User user) {
        return new UserBody(
                UserSummaryView.of(user.summary()), user.bio().map(Bio::value), user.createdAt(), user.lastSeen());
    }
}
