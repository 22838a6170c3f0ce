package io.chatsphere.application.presence.live;

import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.presence.Present;
import io.chatsphere.domain.presence.Viewer;
import io.chatsphere.domain.user.UserSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is connected to this node and what they look at, over all of their connections here. Whoever loses the last connection
 * has a grace to come back; whoever closes a room's view while connected is gone from there at once. Not thread-safe.
 */
final class Guests {
    private final Entries<UserId> users = new Entries<>();
    private final Entries<Viewer> viewers = new Entries<>();
    private final Map<UserId, Guest> guests = new HashMap<>();
    private final long grace;

    private static final class Guest {
        private final List<LiveSession> sessions = new ArrayList<>(1);
        private UserSummary user;
        private Optional<Instant> left = Optional.empty();

        Guest(UserSummary user) {
            this.user = user;
        }

        boolean isIn(RoomId room) {
            return sessions.stream().anyMatch(session -> session.isLiveIn(room));
        }
    }

    Guests(Duration grace) {
        this.grace = grace.toNanos();
    }

    Entries<UserId> users() {
        return users;
    }

    Entries<Viewer> viewers() {
        return viewers;
    }

    void opened(LiveSession session) {
        UserId id = session.caller().user();
        Guest guest = guests.computeIfAbsent(id, added -> new Guest(session.user()));
        guest.user = session.user();
        guest.left = Optional.empty();
        guest.sessions.add(session);
        users.add(id);
    }

    /** The session entered the room or left it, which may be told only after the session's end. */
    void moved(LiveSession session, RoomId room) {
        UserId id = session.caller().user();
        Guest guest = guests.get(id);
        if (guest != null && guest.isIn(room)) {
            viewers.add(new Viewer(id, room));
        } else if (!session.isLiveIn(room)) {
            viewers.remove(new Viewer(id, room));
        }
    }

    void closed(LiveSession session, long nanoTime, Instant now) {
        UserId id = session.caller().user();
        Guest guest = guests.get(id);
        if (guest == null || !guest.sessions.remove(session)) {
            return;
        }
        long end = nanoTime + grace;
        for (RoomId room : session.liveIn()) {
            if (!guest.isIn(room)) {
                viewers.removeAt(new Viewer(id, room), end);
            }
        }
        if (guest.sessions.isEmpty()) {
            guest.left = Optional.of(now);
            users.removeAt(id, end);
        }
    }

    /** Ends the grace of those who did not come back in time. */
    void leave(long nanoTime) {
        viewers.leave(nanoTime);
        users.leave(nanoTime);
    }

    /** Whether everybody here may be among these: surely not if there are fewer, or all are listed and somebody is not. */
    boolean areAmong(Present online) {
        Set<UserId> here = users.wanted();
        return online.count() > online.users().size()
                ? online.count() >= here.size()
                : Set.copyOf(online.users()).containsAll(here);
    }

    /** What others see of the user, while they are here or not yet forgotten. */
    Optional<UserSummary> find(UserId user) {
        return Optional.ofNullable(guests.get(user)).map(guest -> guest.user);
    }

    /** When the user's last connection here ended; empty if they have one. */
    Optional<Instant> left(UserId user) {
        return Optional.ofNullable(guests.get(user)).flatMap(guest -> guest.left);
    }

    /** Forgets the user if they are gone. */
    void forget(UserId user) {
        guests.computeIfPresent(user, (id, guest) -> guest.sessions.isEmpty() ? null : guest);
    }
}
