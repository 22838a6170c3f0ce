package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The sessions that a room's feed delivers to, in no order. Touched on the feed's turn alone. */
final class Seats {
    private final List<LiveSession> sessions = new ArrayList<>();
    private int over;

    void add(LiveSession session) {
        sessions.add(session);
    }

    /**
     * Takes a session out. Those that are over are only counted and taken out together: many may end at once.
     *
     * @return whether it was here and is not over
     */
    boolean remove(LiveSession session) {
        if (!session.isOver()) {
            return sessions.remove(session);
        }
        if (++over * 2 > sessions.size()) {
            sessions.removeIf(LiveSession::isOver);
            over = 0;
        }
        return false;
    }

    /** Takes out the user's sessions and gives them. */
    List<LiveSession> removeUser(UserId user) {
        List<LiveSession> removed = sessions.stream()
                .filter(session -> session.owner().equals(user))
                .toList();
        if (!removed.isEmpty()) {
            sessions.removeAll(removed);
        }
        return removed;
    }

    boolean has(LiveSession session) {
        return sessions.contains(session);
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }

    /** Any of the sessions; there must be one. */
    LiveSession first() {
        return sessions.getFirst();
    }

    void forEach(Consumer<LiveSession> action) {
        sessions.forEach(action);
    }
}
