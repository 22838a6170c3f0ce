package io.chatsphere.application.delivery;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomAccess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The feeds of the rooms that somebody on this node follows; each lives as long as it has followers. Thread-safe. */
final class RoomFeeds {
    private static final int PAGE = 200;

    /** With so many steps waiting, changes from the bus are dropped: they are read again when the feed gets there. */
    private static final int MAX_WAITING = 4_096;

    /** With so many steps waiting, signals are dropped: they are the first to go. */
    private static final int MAX_WAITING_FOR_SIGNALS = 256;

    private final ChangeBus bus;
    private final Storage storage;
    private final Executor executor;
    private final Later later;
    private final Map<RoomId, Lane> lanes = new ConcurrentHashMap<>();
    private final StoreReads reads;
    private final StoreReads missed;

    RoomFeeds(ChangeBus bus, Storage storage, Executor executor, Later later) {
        this.bus = bus;
        this.storage = storage;
        this.executor = executor;
        this.later = later;
        this.reads = new StoreReads(executor, "rooms");
        // Beside: when many sessions come back at once, what is live does not wait for what they missed.
        this.missed = new StoreReads(executor, "changes that were missed");
    }

    /** A feed with its turns and how many follow it. */
    private final class Lane implements ChangeBus.RoomListener {
        final RoomId room;
        final RoomFeed feed = new RoomFeed(this::read, this::later);
        final Turns turns = new Turns(executor, feed::endOfTurn);
        final ChangeBus.Following following;
        final AtomicBoolean opening = new AtomicBoolean();
        final AtomicBoolean dropped = new AtomicBoolean();
        int followers;

        Lane(RoomId room) {
            this.room = room;
            this.following = bus.follow(room, this);
            open();
        }

        @Override
        public void changed(List<RoomChange> run, ChangeBus.Origin origin) {
            if (turns.waiting() > MAX_WAITING) {
                dropped.set(true);
            } else {
                // Behind a drop the hole is for good, as behind a change of another node: it is read at once.
                ChangeBus.Origin from = dropped.getAndSet(false) ? ChangeBus.Origin.REMOTE : origin;
                turns.add(() -> feed.changed(run, from));
            }
        }

        @Override
        public void signalled(Signal signal) {
            if (turns.waiting() <= MAX_WAITING_FOR_SIGNALS) {
                turns.add(() -> feed.crowd().signalled(signal));
            }
        }

        /** Reads where the feed begins: the counter first, so that details and members are never older. */
        void open() {
            if (opening.compareAndSet(false, true)) {
                reads.read(this::beginning, step -> {
                    step.ifPresent(turns::add);
                    opening.set(false);
                });
            }
        }

        private Runnable beginning() {
            Revision head = storage.changes().heads(List.of(room)).get(room);
            RoomAccess access = storage.rooms().findAccess(room).orElseThrow();
            return () -> feed.opened(access, head);
        }

        private void read(Revision after, Optional<UserId> reader, Consumer<Optional<Stretch>> then) {
            (reader.isPresent() ? missed : reads)
                    .read(() -> stretch(after, reader), answer -> turns.add(() -> then.accept(answer)));
        }

        /** Who is a member is read behind the page, so that no change falls between the two. */
        private Stretch stretch(Revision after, Optional<UserId> reader) {
            RoomChanges page = storage.changes().since(room, after, PAGE);
            return reader.map(user -> new Stretch(page, false, ownOf(user)))
                    .orElseGet(() ->
                            new Stretch(page, !page.complete() && membersChangedBehind(page.upTo()), Optional.empty()));
        }

        /** Public rooms have no secrets, and nobody leaves a direct one. */
        private Optional<Membership> ownOf(UserId user) {
            return feed.crowd().isOfGroup() ? storage.rooms().findMembership(room, user) : Optional.empty();
        }

        private boolean membersChangedBehind(Revision revision) {
            return feed.crowd().isOfGroup()
                    && storage.rooms()
                            .findAccess(room)
                            .filter(access -> access.revision().isAfter(revision))
                            .isPresent();
        }

        private void later(Duration delay, Runnable step) {
            later.after(delay, () -> turns.add(step));
        }
    }

    /** The session, which found this membership when it opened, follows the room from now on. */
    void attach(LiveSession session, Membership membership) {
        follow(membership.room(), feed -> feed.crowd().attach(session, membership));
    }

    /** The session, whose user became a member, follows the room from then on, once it is greeted. */
    void admit(LiveSession session, Membership membership) {
        follow(membership.room(), feed -> feed.crowd().admit(session, membership));
    }

    /** What an admitted session is told before anything else of the room. */
    void greet(LiveSession session, Membership membership, Notice greeting) {
        find(membership.room())
                .ifPresent(lane -> lane.turns.add(() -> lane.feed.crowd().greet(session, membership, greeting)));
    }

    /** The user of these sessions has read so far in the room. */
    void mark(RoomId room, List<LiveSession> sessions, Position position) {
        find(room)
                .ifPresent(lane -> lane.turns.add(
                        () -> lane.feed.whenOpen(() -> lane.feed.crowd().mark(sessions, position))));
    }

    /**
     * Ends what one {@code attach} or {@code admit} began, as the membership did: what came before its end still comes, then
     * the session is told.
     *
     * @param next the membership's state since then, or the one that followed it, which began behind its end
     */
    void dismiss(LiveSession session, Membership next) {
        Revision end = next.isActive() ? next.joinedRevision() : next.revision();
        find(next.room())
                .ifPresent(lane -> lane.turns.add(() -> lane.feed.whenDelivered(end, () -> {
                    lane.feed.crowd().dismiss(session, next.userRevision());
                    release(lane);
                })));
    }

    /** The session, which follows the room, is delivered what it missed behind {@code cursor}; empty means one of another store. */
    void resume(LiveSession session, RoomId room, Optional<Revision> cursor) {
        find(room).ifPresent(lane -> lane.turns.add(() -> lane.feed.crowd().resume(session, cursor)));
    }

    /** Ends what one {@code attach} or {@code admit} began, as the session did. */
    void detach(RoomId room, LiveSession session) {
        find(room)
                .ifPresent(lane -> lane.turns.add(() -> {
                    lane.feed.crowd().detach(session);
                    release(lane);
                }));
    }

    /** Runs {@code step} when the room's feed is open and every attach before this call has taken effect. */
    void whenOpen(RoomId room, Runnable step) {
        find(room).ifPresentOrElse(lane -> lane.turns.add(() -> lane.feed.whenOpen(step)), step);
    }

    /** The last position that was delivered in the room here. */
    Optional<Position> lastPosition(RoomId room) {
        return find(room).flatMap(lane -> lane.feed.lastPosition());
    }

    /** What each open feed has delivered; those that could not open yet try again. */
    Map<RoomId, Revision> delivered() {
        Map<RoomId, Revision> delivered = new HashMap<>();
        lanes.forEach((room, lane) -> {
            if (lane.feed.isOpen()) {
                delivered.put(room, lane.feed.delivered());
            } else {
                lane.open();
            }
        });
        return delivered;
    }

    /** The store answers: what could not be read before is read again. */
    void readAgain() {
        lanes.values().stream()
                .filter(lane -> lane.feed.crowd().isWaiting())
                .forEach(lane -> lane.turns.add(() -> lane.feed.crowd().readAgain()));
    }

    /** The sweep read counters; {@code before} is what {@link #delivered} said when it began. */
    void swept(Map<RoomId, Revision> heads, Map<RoomId, Revision> before) {
        heads.forEach((room, head) -> {
            Revision then = before.get(room);
            Lane lane = lanes.get(room);
            if (lane != null && !head.equals(then)) {
                lane.turns.add(() -> lane.feed.swept(head, then));
            }
        });
    }

    private Optional<Lane> find(RoomId room) {
        return Optional.ofNullable(lanes.get(room));
    }

    private void follow(RoomId room, Consumer<RoomFeed> step) {
        lanes.compute(room, (id, known) -> {
            Lane lane = known == null ? new Lane(id) : known;
            lane.followers++;
            lane.turns.add(() -> step.accept(lane.feed));
            return lane;
        });
    }

    /** On the lane's own turn: whoever follows the room again meanwhile comes behind what this lane still does. */
    private void release(Lane lane) {
        lanes.computeIfPresent(lane.room, (id, same) -> {
            same.followers--;
            if (same.followers > 0) {
                return same;
            }
            same.following.close();
            return null;
        });
    }
}
