package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who is in a group as of what its feed has delivered, so that a session which knows less does not get a seat. Of a public
 * room, which everybody may read, and of a direct one, which nobody leaves, it says that everybody is. Touched on the feed's
 * turn alone.
 */
final class Members {
    private Optional<Set<UserId>> group = Optional.empty();

    /** Begins with the room as it was read, perhaps some changes later than where the feed begins: they are learned again. */
    void open(RoomAccess access) {
        group = access.room().kind() == RoomKind.GROUP
                ? Optional.of(new HashSet<>(access.roles().keySet()))
                : Optional.empty();
    }

    boolean has(UserId user) {
        return group.isEmpty() || group.get().contains(user);
    }

    void learn(Membership membership) {
        group.ifPresent(members -> {
            if (membership.isActive()) {
                members.add(membership.user());
            } else {
                members.remove(membership.user());
            }
        });
    }
}
