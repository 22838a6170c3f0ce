package io.chatsphere.application.delivery;

import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.delivery.UserChanges;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.user.UserSummary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What this node knows of a connected user: who they are, their {@link UserRooms} and their sessions. Plain state: one thread
 * at a time touches it, except for {@link #profile}, {@link #complete} and what may be asked of the rooms.
 *
 * <p>Changes are states of rows, so they are applied at once in any order, a newer state of a row winning; {@code complete} is
 * the revision up to which nothing is missing.
 */
final class UserFeed {
    private static final int MAX_BEYOND = 256;
    private static final int MAX_EARLY = 256;

    private final Runnable repair;
    private final int maxSessions;
    private final Deque<LiveSession> sessions = new ArrayDeque<>();
    private final List<Entry> entering = new ArrayList<>();
    private final List<UserChange> early = new ArrayList<>();
    private final UserRooms rooms;
    private final Map<RoomId, Revision> marked = new HashMap<>();
    private final TreeSet<Revision> beyond = new TreeSet<>();
    private Optional<ChatException> failure = Optional.empty();
    private Revision profileRevision = Revision.ZERO;
    private volatile Optional<UserSummary> profile = Optional.empty();
    private volatile boolean open;
    private volatile Revision complete = Revision.ZERO;

    /** A session that waits to be let in. */
    private record Entry(LiveSession session, Consumer<Optional<ChatException>> done) {}

    /**
     * A feed that is not open yet.
     *
     * @param reader reads the room of a membership as its user has it; the answer comes by {@link UserRooms#read}
     * @param repair asks for the changes behind {@link #complete}; the answer comes by {@link #repaired}
     */
    UserFeed(RoomFeeds rooms, Consumer<Membership> reader, Runnable repair, int maxSessions) {
        this.rooms = new UserRooms(rooms, reader, sessions);
        this.repair = repair;
        this.maxSessions = maxSessions;
    }

    /** What others see of the user, once the feed is open; from any thread. */
    Optional<UserSummary> profile() {
        return profile;
    }

    /** The rooms that the user is in. */
    UserRooms rooms() {
        return rooms;
    }

    /** The revision up to which nothing is missing; from any thread. */
    Revision complete() {
        return complete;
    }

    /** Whether the user was read; from any thread. */
    boolean isOpen() {
        return open;
    }

    void opened(UserState state) {
        if (!open) {
            state.memberships().forEach(rooms::apply);
            learn(state.profile(), state.revision());
            note(reach(state.revision()));
            open = true;
            early.forEach(change -> changed(change, Origin.REMOTE));
            early.clear();
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
        if (open) {
            letIn(entry);
        } else if (failure.isPresent()) {
            done.accept(failure);
        } else {
            entering.add(entry);
        }
    }

    void leave(LiveSession session) {
        if (sessions.remove(session)) {
            rooms.leave(session);
        }
    }

    /** A change came over the bus. */
    void changed(UserChange change, Origin origin) {
        if (!open) {
            // Whether it is older than what is being read, nobody can tell yet; one too many is found by the sweep.
            if (early.size() < MAX_EARLY) {
                early.add(change);
            }
            return;
        }
        apply(change);
        note(change.revision());
        if (!beyond.isEmpty() && (origin == Origin.REMOTE || beyond.size() > MAX_BEYOND)) {
            repair.run();
        }
    }

    /** Something that concerns the user happened and matters only now. */
    void signalled(Signal signal) {
        if (signal instanceof Signal.Typing(var typist, boolean isTyping)) {
            RoomAddress chat = new RoomAddress.Direct(typist.id());
            Notice notice = new Notice(new Notice.Body.Typing(typist, chat, isTyping));
            sessions.forEach(session -> session.notice(notice));
        }
    }

    /** The changes behind {@link #complete} were read. */
    void repaired(UserChanges page) {
        page.changes().forEach(this::apply);
        note(reach(page.upTo()));
    }

    /**
     * The sweep read the user's counter.
     *
     * @param before what was complete when it began to read
     */
    void swept(Revision head, Revision before) {
        if (before.isAfter(head)) {
            List.copyOf(sessions).forEach(session -> session.end(EndReason.RESET));
        } else if (open && head.isAfter(complete)) {
            repair.run();
        }
    }

    /** Nothing up to {@code revision} is missing. */
    private Revision reach(Revision revision) {
        complete = revision.isAfter(complete) ? revision : complete;
        return complete;
    }

    private void note(Revision revision) {
        beyond.add(revision);
        while (!beyond.isEmpty() && !beyond.first().isAfter(complete.next())) {
            reach(beyond.pollFirst());
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
        session.opened(profile.orElseThrow(), rooms::isMember);
        rooms.enter(session, () -> entry.done().accept(Optional.empty()));
    }

    /** A change up to {@code complete} is known, or hidden by a later one that is. */
    private void apply(UserChange change) {
        if (!change.revision().isAfter(complete)) {
            return;
        }
        switch (change) {
            case UserChange.OfMembership(var membership) -> rooms.apply(membership);
            case UserChange.OfProfile(var summary, var revision) -> learn(summary, revision);
            case UserChange.OfPreferences(var preferences) -> mark(preferences);
            case UserChange.OfLoginEnd(var ended) -> end(ended.login());
        }
    }

    private void learn(UserSummary summary, Revision revision) {
        if (!open || revision.isAfter(profileRevision)) {
            profile = Optional.of(summary);
            profileRevision = revision;
        }
    }

    /** The user's sessions learn what was read on whatever device, an older mark never behind a newer one. */
    private void mark(RoomPreferences preferences) {
        Revision known = marked.getOrDefault(preferences.room(), Revision.ZERO);
        if (preferences.revision().isAfter(known)) {
            marked.put(preferences.room(), preferences.revision());
            rooms.mark(preferences.room(), preferences.readPosition());
        }
    }

    private void end(LoginId login) {
        sessions.stream()
                .filter(session ->
                        session.caller().login().filter(login::equals).isPresent())
                .toList()
                .forEach(session -> session.end(EndReason.REVOKED));
    }
}
