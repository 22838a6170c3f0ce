package io.chatsphere.domain.delivery;

import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what changed. There is no log of events: each row carries the revision of its last change, so that what is read is
 * always current state. Repair, resume and the sweep read only here.
 *
 * <p>Thread-safe. Every method reads one snapshot of the primary, counter first, so that a change with a revision up to the
 * counter is never missed; and throws {@link io.chatsphere.domain.error.ChatException.Unavailable} when the store does not
 * answer.
 */
public interface ChangeLog {
    /** The life of the store that revisions belong to. */
    Epoch epoch();

    /** The last revision of each of these rooms; rooms that do not exist are left out. */
    Map<RoomId, Revision> heads(Collection<RoomId> rooms);

    /** The last revision of each of these users; users who do not exist are left out. */
    Map<UserId, Revision> userHeads(Collection<UserId> users);

    /**
     * The room's changes behind {@code after}, oldest first, at most {@code limit} (1 to 1,000). A room as it was made is no
     * change. For a room that does not exist: none, complete, up to zero. When {@code after} is beyond the room's last revision: none, complete, up to that
     * last revision.
     */
    RoomChanges since(RoomId room, Revision after, int limit);

    /**
     * All of the user's changes behind {@code after}, oldest first. Memberships that ended are there, as such. For a user who
     * does not exist: none, up to zero. When {@code after} is beyond the user's last revision: none, up to that last one.
     */
    UserChanges userSince(UserId user, Revision after);

    /** The user's state now; empty if there is no such user. */
    Optional<UserState> userState(UserId user);
}
