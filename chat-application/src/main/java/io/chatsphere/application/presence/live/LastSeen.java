package io.chatsphere.application.presence.live;

import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.UserRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When users were last connected, until it is written. Not thread-safe. */
final class LastSeen {
    private final UserRepository users;
    private final Map<UserId, Instant> unwritten = new HashMap<>();

    LastSeen(UserRepository users) {
        this.users = users;
    }

    void note(UserId user, Instant at) {
        unwritten.put(user, at);
    }

    boolean isWritten() {
        return unwritten.isEmpty();
    }

    /** Writes it all in one batch; what cannot be written stays. */
    void write() {
        users.seen(Map.copyOf(unwritten));
        unwritten.clear();
    }
}
