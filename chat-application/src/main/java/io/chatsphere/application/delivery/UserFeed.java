package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.UserSummary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * What this node knows of a connected user: the rooms they are in, and their sessions, which it attaches to those rooms' feeds.
 * Plain state: one thread at a time touches it, except for {@link #profile} and {@link #isMember}.
 *
 * <p>Changes are states of rows, so they are applied at once in any order, a newer state of a room winning; {@code complete} is
 * the revision up to which nothing is missing.
 */
final class UserFeed {
    private static final int MAX_BEYOND = 256;

    private final RoomFeeds rooms;
    private final Runnable repair;
    private final int maxSessions;
    private final Deque<LiveSession> sessions = new ArrayDeque<>();
    private final List<Entry> entering = new ArrayList<>();
    private final Map<RoomId, Membership> memberships = new ConcurrentHashMap<>();
    private final TreeSet<Revision> beyond = new TreeSet<>();
    private Optional<ChatException> failure = Optional.empty();
    private volatile Optional<UserSummary> profile = Optional.empty();
    private volatile Revision complete = Revision.ZERO;

    /** A session that waits to be let in. */
    private record Entry(LiveSession session, Consumer<Optional<ChatException>> done) {}

    /**
     * A feed that is not open yet.
     *
     * @param repair asks for the changes behind {@link #complete}; the answer comes by {@link #repaired}
     */
    UserFeed(RoomFeeds rooms, Runnable repair, int maxSessions) {
        this.rooms = rooms;
        this.repair = repair;
        this.maxSessions = maxSessions;
    }

    /** What others see of the user, once the feed is open; from any thread. */
    Optional<UserSummary> profile() {
        return profile;
    }

    /** Whether the user is known to be a member of the room; from any thread. */
    boolean isMember(RoomId room) {
        Membership membership = memberships.get(room);
        return membership != null && membership.isActive();
    }

    /** The revision up to which nothing is missing; from any thread. */
    Revision complete() {
        return complete;
    }

    boolean isOpen() {
        return profile.isPresent();
    }

    void opened(UserState state) {
        if (!isOpen()) {
            state.memberships().forEach(this::apply);
            profile = Optional.of(state.profile());
            complete = state.revision();
            note(complete);
            List.copyOf(entering).forEach(this::letIn);
            entering.clear();
        }
    }

    /** The feed could not be opened: who waits is refused, and so is who comes later, until nobody is left. */
    void openFailed(ChatException reason) {
        failure = Optional.of(reason);
        List.copyOf(entering).forEach(entry -> entry.done().accept(Optional.of(reason)));
        entering.clear();
    }

    /** Lets a session in: it is told that it is open, then follows all of the user's rooms; {@code done} when it does. */
    void enter(LiveSession session, Consumer<Optional<ChatException>> done) {
        Entry entry = new Entry(session, done);
        if (isOpen()) {
            letIn(entry);
        } else if (failure.isPresent()) {
            done.accept(failure);
        } else {
            entering.add(entry);
        }
    }

    void leave(LiveSession session) {
        if (sessions.remove(session)) {
            memberships.values().stream()
                    .filter(Membership::isActive)
                    .forEach(membership -> rooms.detach(membership.room(), session));
        }
    }

    /** A change came over the bus. */
    void changed(UserChange change, Origin origin) {
        apply(change);
        note(change.revision());
        if (isOpen() && !beyond.isEmpty() && (origin == Origin.REMOTE || beyond.size() > MAX_BEYOND)) {
            repair.run();
        }
    }

    /** The changes behind {@link #complete} were read. */
    void repaired(UserChanges page) {
        page.changes().forEach(this::apply);
        if (page.upTo().isAfter(complete)) {
            complete = page.upTo();
        }
        note(complete);
    }

    /**
     * The sweep read the user's counter.
     *
     * @param before what was complete when it began to read
     */
    void swept(Revision head, Revision before) {
        if (before.isAfter(head)) {
            List.copyOf(sessions).forEach(session -> session.end(EndReason.RESET));
        } else if (isOpen() && head.isAfter(complete)) {
            repair.run();
        }
    }

    private void note(Revision revision) {
        beyond.add(revision);
        while (!beyond.isEmpty() && !beyond.first().isAfter(complete.next())) {
            Revision next = beyond.pollFirst();
            complete = next.isAfter(complete) ? next : complete;
        }
    }

    private void letIn(Entry entry) {
        LiveSession session = entry.session();
        if (session.isOver()) {
            entry.done().accept(Optional.of(new ChatException.Unavailable()));
            return;
        }
        if (sessions.size() >= maxSessions) {
            LiveSession oldest = sessions.getFirst();
            leave(oldest);
            oldest.end(EndReason.REPLACED);
        }
        sessions.addLast(session);
        session.opened(profile.orElseThrow());
        List<RoomId> active = memberships.values().stream()
                .filter(Membership::isActive)
                .map(Membership::room)
                .toList();
        AtomicInteger pending = new AtomicInteger(active.size() + 1);
        Runnable arrived = () -> {
            if (pending.decrementAndGet() == 0) {
                entry.done().accept(Optional.empty());
            }
        };
        active.forEach(room -> {
            rooms.attach(room, session);
            rooms.whenOpen(room, arrived);
        });
        arrived.run();
    }

    private void apply(UserChange change) {
        switch (change) {
            case UserChange.OfMembership(var membership) -> apply(membership);
            case UserChange.OfProfile(var summary, var revision) -> {
                if (isOpen() && revision.isAfter(complete)) {
                    profile = Optional.of(summary);
                }
            }
            case UserChange.OfPreferences preferences -> {}
            case UserChange.OfLoginEnd end -> {}
        }
    }

    private void apply(Membership membership) {
        Membership known = memberships.get(membership.room());
        if (known != null && !membership.userRevision().isAfter(known.userRevision())) {
            return;
        }
        memberships.put(membership.room(), membership);
        boolean was = known != null && known.isActive();
        if (membership.isActive() && !was) {
            sessions.forEach(session -> rooms.attach(membership.room(), session, membership.joinedRevision()));
        } else if (!membership.isActive() && was) {
            sessions.forEach(session -> rooms.detach(membership.room(), session));
        }
    }
}
