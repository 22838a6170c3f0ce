package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.RoomId;
import java.util.function.Predicate;

/** Is told of sessions as they come and go. Called by several threads at once; nothing here may block or throw. */
public interface SessionWatcher {
    /** A session opened, and its listener knows; {@code isMember}, good during this call, says whether the user is in a room. */
    void opened(LiveSession session, Predicate<RoomId> isMember);

    /** The session entered the room or left it: {@link LiveSession#isLiveIn} says which. */
    void moved(LiveSession session, RoomId room);

    /** The session ended. Of one that ends while it opens this may come first, or alone. */
    void closed(LiveSession session);
}
