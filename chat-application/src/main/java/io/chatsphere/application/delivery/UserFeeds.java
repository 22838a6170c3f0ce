package io.chatsphere.application.delivery;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The feeds of the users who are connected to this node; each lives as long as it has sessions. Thread-safe. */
final class UserFeeds {
    private static final System.Logger LOG = System.getLogger(UserFeeds.class.getName());

    /** With so many steps waiting, signals are dropped: they are the first to go. */
    private static final int MAX_WAITING_FOR_SIGNALS = 256;

    private final ChangeBus bus;
    private final Storage storage;
    private final RoomFeeds rooms;
    private final Executor executor;
    private final int maxSessions;
    private final Map<UserId, Lane> lanes = new ConcurrentHashMap<>();
    private final StoreReads reads;

    UserFeeds(ChangeBus bus, Storage storage, RoomFeeds rooms, Executor executor, int maxSessions) {
        this.bus = bus;
        this.storage = storage;
        this.rooms = rooms;
        this.executor = executor;
        this.maxSessions = maxSessions;
        this.reads = new StoreReads(executor, "rooms of users");
    }

    /** A feed with its turns and how many sessions it has. */
    private final class Lane implements ChangeBus.UserListener {
        final UserId user;
        final UserFeed feed = new UserFeed(rooms, this::read, this::repair, maxSessions);
        final Turns turns = new Turns(executor, () -> {});
        final ChangeBus.Following following;
        final AtomicBoolean repairing = new AtomicBoolean();
        int sessions;

        Lane(UserId user) {
            this.user = user;
            this.following = bus.follow(user, this);
            executor.execute(this::open);
        }

        @Override
        public void changed(UserChange change, ChangeBus.Origin origin) {
            turns.add(() -> feed.changed(change, origin));
        }

        @Override
        public void signalled(Signal signal) {
            if (turns.waiting() <= MAX_WAITING_FOR_SIGNALS) {
                turns.add(() -> feed.signalled(signal));
            }
        }

        private void open() {
            try {
                Optional<UserState> state = storage.changes().userState(user);
                turns.add(() -> state.ifPresentOrElse(
                        feed::opened, () -> feed.openFailed(new ChatException.NotFound(ErrorCode.USER_NOT_FOUND))));
            } catch (ChatException.Unavailable e) {
                turns.add(() -> feed.openFailed(e));
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a user cannot be read", e);
                turns.add(() -> feed.openFailed(new ChatException.Unavailable(e)));
            }
        }

        private void repair() {
            Revision after = feed.complete();
            if (repairing.compareAndSet(false, true)) {
                reads.read(() -> storage.changes().userSince(user, after), page -> {
                    page.ifPresent(changes -> turns.add(() -> feed.repaired(changes)));
                    repairing.set(false);
                });
            }
        }

        private void read(Membership membership) {
            reads.read(
                    () -> storage.conversations().find(membership.room(), user),
                    answer -> turns.add(() -> feed.rooms().read(membership, answer.flatMap(found -> found))));
        }
    }

    void enter(LiveSession session, Consumer<Optional<ChatException>> done) {
        lanes.compute(session.owner(), (user, known) -> {
            Lane lane = known == null ? new Lane(user) : known;
            lane.sessions++;
            lane.turns.add(() -> lane.feed.enter(session, done));
            return lane;
        });
    }

    /** Ends what one {@link #enter} began. */
    void leave(LiveSession session) {
        lanes.computeIfPresent(session.owner(), (user, lane) -> {
            lane.turns.add(() -> lane.feed.leave(session));
            lane.sessions--;
            if (lane.sessions > 0) {
                return lane;
            }
            lane.following.close();
            return null;
        });
    }

    /** The feed of a user who is connected here. */
    Optional<UserFeed> find(UserId user) {
        return Optional.ofNullable(lanes.get(user)).map(lane -> lane.feed);
    }

    /** Runs {@code step} when the user's sessions follow the room, if a change that says so was published before this call. */
    void whenFollowing(UserId user, RoomId room, Runnable step) {
        Optional.ofNullable(lanes.get(user))
                .ifPresentOrElse(lane -> lane.turns.add(() -> lane.feed.rooms().whenFollowing(room, step)), step);
    }

    /** Up to where each open feed is complete. */
    Map<UserId, Revision> complete() {
        Map<UserId, Revision> complete = new HashMap<>();
        lanes.forEach((user, lane) -> {
            if (lane.feed.isOpen()) {
                complete.put(user, lane.feed.complete());
            }
        });
        return complete;
    }

    /** The store answers: what could not be read before is read again. */
    void readAgain() {
        lanes.values().stream()
                .filter(lane -> lane.feed.rooms().isWaiting())
                .forEach(lane -> lane.turns.add(() -> lane.feed.rooms().readAgain()));
    }

    /** The sweep read counters; {@code before} is what {@link #complete} said when it began. */
    void swept(Map<UserId, Revision> heads, Map<UserId, Revision> before) {
        heads.forEach((user, head) -> {
            Revision then = before.get(user);
            Lane lane = lanes.get(user);
            if (lane != null && !head.equals(then)) {
                lane.turns.add(() -> lane.feed.swept(head, then));
            }
        });
    }
}
