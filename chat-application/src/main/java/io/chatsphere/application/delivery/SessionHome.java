package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Membership;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Where a session lives. */
interface SessionHome {
    /** The session is open, and its listener knows; {@code isMember} says whether the user is in a room. */
    void opened(LiveSession session, Predicate<RoomId> isMember);

    /** The session entered the room or left it. */
    void moved(LiveSession session, RoomId room);

    /** The session is over. */
    void forget(LiveSession session);

    /** Blocks until the user's sessions follow the room. */
    void awaitFollowing(Membership membership);

    /** Delivers to the session what it missed of the room behind {@code cursor}, which is empty if it is of another store. */
    void resume(LiveSession session, RoomId room, Optional<Revision> cursor);

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
