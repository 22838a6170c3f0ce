package io.chatsphere.domain.delivery;

import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.UserSummary;
import java.util.List;

/**
 * A user as live delivery needs them.
 *
 * @param memberships those that last
 * @param revision the user's last revision: the state is exactly that after it
 */
public record UserState(UserSummary profile, List<Membership> memberships, Revision revision) {
    public UserState {
        memberships = List.copyOf(memberships);
    }
}
