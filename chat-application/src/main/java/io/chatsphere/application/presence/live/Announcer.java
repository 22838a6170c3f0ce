package io.chatsphere.application.presence.live;

import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.NodeId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.presence.Departures;
import io.chatsphere.domain.presence.Viewer;
import io.chatsphere.domain.user.UserSummary;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes this node's entries into the registry, and tells everybody who came and went by that. Who comes and goes in a room is
 * told only while few are live there. Not thread-safe.
 */
final class Announcer {
    private static final int FEW = 200;

    private final PresencePorts ports;
    private final NodeId node;
    private final Guests guests;
    private final LastSeen lastSeen;
    private final Supplier<Instant> clock;
    private final Set<UserId> unanswered = new HashSet<>();

    Announcer(PresencePorts ports, NodeId node, Guests guests, LastSeen lastSeen, Supplier<Instant> clock) {
        this.ports = ports;
        this.node = node;
        this.guests = guests;
        this.lastSeen = lastSeen;
        this.clock = clock;
    }

    private final class Users implements Entries.Book<UserId> {
        @Override
        public void add(Collection<UserId> keys) {
            tellUsers(ports.registry().addUsers(node, keys), guests::find, true);
        }

        @Override
        public void remove(Collection<UserId> keys) {
            Set<UserId> gone = removeUsers(keys);
            gone.forEach(user -> lastSeen.note(user, guests.left(user).orElseGet(clock)));
            tellUsers(gone, guests::find, false);
            keys.forEach(guests::forget);
        }
    }

    private final class Viewers implements Entries.Book<Viewer> {
        @Override
        public void add(Collection<Viewer> keys) {
            tellViewers(ports.registry().addViewers(node, keys), guests::find, true);
        }

        @Override
        public void remove(Collection<Viewer> keys) {
            tellViewers(ports.registry().removeViewers(node, keys), guests::find, false);
        }
    }

    /** Writes what has changed here; what cannot be written is tried again with the next call. */
    void write() {
        guests.viewers().write(new Viewers());
        guests.users().write(new Users());
    }

    /** Who is gone was said once, and perhaps nobody heard: then all who are not online are. */
    private Set<UserId> removeUsers(Collection<UserId> users) {
        Set<UserId> again = new HashSet<>(users);
        again.retainAll(unanswered);
        unanswered.addAll(users);
        Set<UserId> gone = new HashSet<>(ports.registry().removeUsers(node, users));
        if (!again.isEmpty()) {
            gone.addAll(again);
            gone.removeAll(ports.registry().onlineAmong(again));
        }
        unanswered.removeAll(users);
        return gone;
    }

    /** Tells that these are gone since another node died, except for those who are back already. */
    void lost(Departures gone) {
        Set<UserId> ids = new HashSet<>(gone.users());
        gone.viewers().forEach(viewer -> ids.add(viewer.user()));
        Map<UserId, UserSummary> summaries = ports.users().findSummaries(ids);
        Set<UserId> back = ports.registry().onlineAmong(gone.users());
        Set<UserId> offline =
                gone.users().stream().filter(user -> !back.contains(user)).collect(Collectors.toSet());
        offline.forEach(user -> lastSeen.note(user, clock.get()));
        tellViewers(gone.viewers(), user -> Optional.ofNullable(summaries.get(user)), false);
        tellUsers(offline, user -> Optional.ofNullable(summaries.get(user)), false);
    }

    /** Removes everything of this node, which stops, and tells who is gone by that. */
    void release() {
        guests.users()
                .wanted()
                .forEach(user -> lastSeen.note(user, guests.left(user).orElseGet(clock)));
        Departures gone = ports.registry().release(node);
        tellViewers(gone.viewers(), guests::find, false);
        tellUsers(gone.users(), guests::find, false);
    }

    private void tellUsers(Set<UserId> users, Function<UserId, Optional<UserSummary>> find, boolean isOnline) {
        users.forEach(user ->
                find.apply(user).ifPresent(summary -> ports.bus().publish(new Signal.Presence(summary, isOnline))));
    }

    private void tellViewers(Set<Viewer> viewers, Function<UserId, Optional<UserSummary>> find, boolean isOpen) {
        if (viewers.isEmpty()) {
            return;
        }
        Map<RoomId, Integer> live =
                ports.registry().countLive(viewers.stream().map(Viewer::room).collect(Collectors.toSet()));
        for (Viewer viewer : viewers) {
            if (live.getOrDefault(viewer.room(), 0) <= FEW) {
                find.apply(viewer.user())
                        .ifPresent(summary -> ports.bus().publish(viewer.room(), new Signal.View(summary, isOpen)));
            }
        }
    }
}
