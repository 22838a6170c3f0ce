package io.chatsphere.application.delivery;

import io.chatsphere.domain.conversation.Conversation;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Membership;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The rooms that a connected user is in, and which of their sessions follow which. Plain state: one thread at a time touches
 * it, except for {@link #isMember} and {@link #isWaiting}.
 */
final class UserRooms {
    private final RoomFeeds rooms;
    private final Consumer<Membership> reader;
    private final Collection<LiveSession> sessions;
    private final Map<RoomId, Membership> memberships = new ConcurrentHashMap<>();
    private final Map<RoomId, Greeting> greetings = new HashMap<>();
    private volatile boolean waiting;

    /** Sessions that are to be told of a room, as soon as it has been read as their user has it. */
    private static final class Greeting {
        final Membership membership;
        final List<LiveSession> sessions;
        final List<Runnable> steps = new ArrayList<>(0);
        boolean failed;

        Greeting(Membership membership, Collection<LiveSession> sessions) {
            this.membership = membership;
            this.sessions = List.copyOf(sessions);
        }
    }

    /**
     * No rooms yet.
     *
     * @param reader reads the room of a membership as its user has it; the answer comes by {@link #read}
     * @param sessions the user's sessions at any moment
     */
    UserRooms(RoomFeeds rooms, Consumer<Membership> reader, Collection<LiveSession> sessions) {
        this.rooms = rooms;
        this.reader = reader;
        this.sessions = sessions;
    }

    /** Whether the user is known to be a member of the room; from any thread. */
    boolean isMember(RoomId room) {
        Membership membership = memberships.get(room);
        return membership != null && membership.isActive();
    }

    /** Whether a room could not be read; from any thread. */
    boolean isWaiting() {
        return waiting;
    }

    /** Takes a membership's state, unless a newer one is known: the sessions follow the room, or no longer. */
    void apply(Membership membership) {
        Membership known = memberships.get(membership.room());
        if (known != null && !membership.userRevision().isAfter(known.userRevision())) {
            return;
        }
        memberships.put(membership.room(), membership);
        boolean was = known != null && known.isActive();
        boolean lasts = was && membership.isActive() && known.joinedRevision().equals(membership.joinedRevision());
        if (was && !lasts) {
            end(membership);
        }
        if (membership.isActive() && !lasts) {
            begin(membership);
        }
    }

    /** A session opens: it follows the rooms that it finds; {@code done} when it follows all. */
    void enter(LiveSession session, Runnable done) {
        List<Membership> active =
                memberships.values().stream().filter(Membership::isActive).toList();
        AtomicInteger pending = new AtomicInteger(active.size() + 1);
        Runnable arrived = () -> {
            if (pending.decrementAndGet() == 0) {
                done.run();
            }
        };
        active.forEach(found -> {
            rooms.attach(session, found);
            rooms.whenOpen(found.room(), arrived);
        });
        arrived.run();
    }

    /** A session, which had entered, is gone. */
    void leave(LiveSession session) {
        memberships.values().stream()
                .filter(Membership::isActive)
                .forEach(membership -> rooms.detach(membership.room(), session));
    }

    /** The user has read so far in a room of theirs. */
    void mark(RoomId room, Position position) {
        if (isMember(room) && !sessions.isEmpty()) {
            rooms.mark(room, List.copyOf(sessions), position);
        }
    }

    /** Runs {@code step} when the sessions follow the room, if they are to. */
    void whenFollowing(RoomId room, Runnable step) {
        Optional.ofNullable(greetings.get(room))
                .ifPresentOrElse(greeting -> greeting.steps.add(step), () -> rooms.whenOpen(room, step));
    }

    /** The room of a membership was read, or could not be: then it is read again by {@link #readAgain}. */
    void read(Membership membership, Optional<Conversation> conversation) {
        Greeting greeting = greetings.get(membership.room());
        if (greeting == null || !greeting.membership.equals(membership)) {
            return;
        }
        conversation.ifPresentOrElse(found -> greet(greeting, found), () -> {
            greeting.failed = true;
            waiting = true;
        });
    }

    /** Reads again what could not be read. */
    void readAgain() {
        waiting = false;
        List<Greeting> failed =
                greetings.values().stream().filter(greeting -> greeting.failed).toList();
        for (Greeting greeting : failed) {
            greeting.failed = false;
            reader.accept(greeting.membership);
        }
    }

    private void begin(Membership membership) {
        if (!sessions.isEmpty()) {
            sessions.forEach(session -> rooms.admit(session, membership));
            greetings.put(membership.room(), new Greeting(membership, sessions));
            reader.accept(membership);
        }
    }

    private void end(Membership next) {
        if (!next.isActive()) {
            sessions.forEach(session -> session.leave(next.room()));
        }
        sessions.forEach(session -> rooms.dismiss(session, next));
        Optional.ofNullable(greetings.remove(next.room())).ifPresent(this::runSteps);
    }

    /** A client takes its cursor from what it is greeted with: its first change is the one behind the membership's beginning. */
    private void greet(Greeting greeting, Conversation conversation) {
        Membership membership = greeting.membership;
        greetings.remove(membership.room());
        Notice notice = new Notice(new Notice.Body.RoomAdded(conversation.at(membership.joinedRevision())));
        greeting.sessions.forEach(session -> rooms.greet(session, membership, notice));
        runSteps(greeting);
    }

    private void runSteps(Greeting greeting) {
        greeting.steps.forEach(step -> rooms.whenOpen(greeting.membership.room(), step));
    }
}
