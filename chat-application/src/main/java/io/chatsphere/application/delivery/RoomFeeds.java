package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Revision;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomRepository;
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
    private static final System.Logger LOG = System.getLogger(RoomFeeds.class.getName());
    private static final int PAGE = 200;

    private final ChangeBus bus;
    private final ChangeLog changes;
    private final RoomRepository rooms;
    private final Executor executor;
    private final Map<RoomId, Lane> lanes = new ConcurrentHashMap<>();

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
        int followers;

        Lane(RoomId room) {
            this.room = room;
            this.following = bus.follow(room, (run, origin) -> turns.add(() -> feed.changed(run, origin)));
            open();
        }

        /** Reads where the feed begins: the counter first, so that details are never older. */
        void open() {
            if (opening.compareAndSet(false, true)) {
                executor.execute(() -> {
                    try {
                        Optional<Revision> head =
                                Optional.ofNullable(changes.heads(List.of(room)).get(room));
                        Optional<RoomAccess> access = rooms.findAccess(room);
                        if (head.isPresent() && access.isPresent()) {
                            turns.add(() -> feed.opened(access.get().room(), head.get()));
                        }
                    } catch (ChatException.Unavailable e) {
                        LOG.log(System.Logger.Level.WARNING, "the feed of a room opens later: the store is away");
                    } finally {
                        opening.set(false);
                    }
                });
            }
        }

        private void read(Revision after, Consumer<Optional<RoomChanges>> then) {
            executor.execute(() -> {
                Optional<RoomChanges> page = readPage(after);
                turns.add(() -> then.accept(page));
            });
        }

        private Optional<RoomChanges> readPage(Revision after) {
            try {
                return Optional.of(changes.since(room, after, PAGE));
            } catch (ChatException.Unavailable e) {
                LOG.log(System.Logger.Level.WARNING, "a room is repaired later: the store is away");
                return Optional.empty();
            }
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
