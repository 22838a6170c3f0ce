package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import java.time.Instant;
import java.util.Optional;

/** Where a session lives. */
interface SessionHome {
    /** The session is open, and its listener knows. */
    void opened(LiveSession session);

    /** The session entered the room or left it. */
    void moved(LiveSession session, RoomId room);

    /** Whether the user is known to be in the room. */
    boolean isMember(UserId user, RoomId room);

    /** The session is over. */
    void forget(LiveSession session);

    /** Blocks until the user's sessions follow the room. */
    void awaitFollowing(Membership membership);

    /** The last position that was delivered in the room here. */
    Optional<Position> lastPosition(RoomId room);

    /** The time of day. */
    Instant now();

    /**
     * Whether the caller's login, if they have one, lasts: read anew.
     *
     * @throws ChatException.Unavailable if the store does not answer
     */
    boolean isSignedIn(Caller caller);
}
