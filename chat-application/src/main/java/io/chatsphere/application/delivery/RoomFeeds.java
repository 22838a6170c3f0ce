package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The feeds of the rooms that somebody on this node follows; each lives as long as it has followers. Thread-safe. */
final class RoomFeeds {
    private static final System.Logger LOG = System.getLogger(RoomFeeds.class.getName());
    private static final int PAGE = 200;

    /** So many reads run at once, so that who follows very many rooms does not take the whole store. */
    private static final int READS = 4;

    /** With so many steps waiting, changes from the bus are dropped: they are read again when the feed gets there. */
    private static final int MAX_WAITING = 4_096;

    private final ChangeBus bus;
    private final ChangeLog changes;
    private final RoomRepository rooms;
    private final Executor executor;
    private final Map<RoomId, Lane> lanes = new ConcurrentHashMap<>();
    private final Semaphore reads = new Semaphore(READS);

    RoomFeeds(ChangeBus bus, ChangeLog changes, RoomRepository rooms, Executor executor) {
        this.bus = bus;
        this.changes = changes;
        this.rooms = rooms;
        this.executor = executor;
    }

    /** A feed with its turns and how many follow it. */
    private final class Lane {
        final RoomId room;
        final RoomFeed feed = new RoomFeed(this::read);
        final Turns turns = new Turns(executor, feed::endOfTurn);
        final ChangeBus.Following following;
        final AtomicBoolean opening = new AtomicBoolean();
        final AtomicBoolean dropped = new AtomicBoolean();
        int followers;

        Lane(RoomId room) {
            this.room = room;
            this.following = bus.follow(room, this::changed);
            open();
        }

        private void changed(List<RoomChange> run, ChangeBus.Origin origin) {
            if (turns.waiting() > MAX_WAITING) {
                dropped.set(true);
            } else {
                // Behind a drop the hole is for good, as behind a change of another node: it is read at once.
                ChangeBus.Origin from = dropped.getAndSet(false) ? ChangeBus.Origin.REMOTE : origin;
                turns.add(() -> feed.changed(run, from));
            }
        }

        /** Reads where the feed begins: the counter first, so that details are never older. */
        void open() {
            if (opening.compareAndSet(false, true)) {
                executor.execute(() -> {
                    Optional<Runnable> opened = store(() -> {
                        Revision head = changes.heads(List.of(room)).get(room);
                        RoomAccess access = rooms.findAccess(room).orElseThrow();
                        return () -> feed.opened(access.room(), head);
                    });
                    opened.ifPresent(turns::add);
                    opening.set(false);
                });
            }
        }

        private void read(Revision after, Consumer<Optional<RoomChanges>> then) {
            executor.execute(() -> {
                Optional<RoomChanges> page = store(() -> changes.since(room, after, PAGE));
                turns.add(() -> then.accept(page));
            });
        }

        /** What the store says; empty if it does not answer, or wrongly: the next sweep asks again. */
        private <T> Optional<T> store(Supplier<T> question) {
            reads.acquireUninterruptibly();
            try {
                return Optional.of(question.get());
            } catch (ChatException.Unavailable e) {
                LOG.log(System.Logger.Level.WARNING, "a room is read later: the store is away");
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a room cannot be read", e);
            } finally {
                reads.release();
            }
            return Optional.empty();
        }
    }

    /** The session follows the room from what its feed has delivered when this takes effect. */
    void attach(RoomId room, LiveSession session) {
        follow(room, feed -> feed.attach(session));
    }

    /** The session follows the room from behind {@code cursor}. */
    void attach(RoomId room, LiveSession session, Revision cursor) {
        follow(room, feed -> feed.attach(session, cursor));
    }

    /** Ends what one {@code attach} began. */
    void detach(RoomId room, LiveSession session) {
        lanes.computeIfPresent(room, (id, lane) -> {
            lane.turns.add(() -> lane.feed.detach(session));
            lane.followers--;
            if (lane.followers > 0) {
                return lane;
            }
            lane.following.close();
            return null;
        });
    }

    /** Runs {@code step} when the room's feed is open and every attach before this call has taken effect. */
    void whenOpen(RoomId room, Runnable step) {
        Optional.ofNullable(lanes.get(room))
                .ifPresentOrElse(lane -> lane.turns.add(() -> lane.feed.whenOpen(step)), step);
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

    private void follow(RoomId room, Consumer<RoomFeed> step) {
        lanes.compute(room, (id, known) -> {
            Lane lane = known == null ? new Lane(id) : known;
            lane.followers++;
            lane.turns.add(() -> step.accept(lane.feed));
            return lane;
        });
    }
}
