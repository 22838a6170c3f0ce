package io.chatsphere.application.presence;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.id.UserId;
import java.util.Optional;

/** Lists who is online; everybody may. */
public final class ListOnline {

    /**
     * Online users by ascending id, behind {@code after}, at most {@code limit}. The caller counts only if connected.
     */
    public OnlineUsers handle(Caller caller, Optional<UserId> after, int limit) {
        throw new UnsupportedOperationException();
    }
}
