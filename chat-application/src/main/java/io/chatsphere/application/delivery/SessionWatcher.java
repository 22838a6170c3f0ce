package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.RoomId;

/** Is told of sessions as they come and go. Called by several threads at once; nothing here may block or throw. */
public interface SessionWatcher {
    /** A session opened; its listener knows. */
    void opened(LiveSession session);

    /** The session entered the room or left it: {@link LiveSession#isLiveIn} says which. */
    void moved(LiveSession session, RoomId room);

    /** The session ended. Of one that ends while it opens this may come first, or alone. */
    void closed(LiveSession session);
}
