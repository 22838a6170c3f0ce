package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.user.UserSummary;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Everything live on this node: opens sessions, keeps their feeds, sweeps. Thread-safe. */
public final class LiveDelivery implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LiveDelivery.class.getName());

    private static final Executor EXECUTOR = Thread::startVirtualThread;

    private final Storage storage;
    private final ChangeBus bus;
    private final LiveSettings settings;
    private final Timing timing;
    private final Runnable storeReplaced;
    private final Typists typists;
    private final Entrance entrance;
    private final Recurring again;
    private final Set<LiveSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile Optional<StoreLife> life = Optional.empty();
    private volatile Optional<SessionWatcher> watcher = Optional.empty();
    private volatile boolean closed;

    /** Where the sessions of one life of the store live. */
    private final class Home implements SessionHome {
        private final StoreLife life;

        Home(StoreLife life) {
            this.life = life;
        }

        @Override
        public void opened(LiveSession session, Predicate<RoomId> isMember) {
            watcher().opened(session, isMember);
        }

        @Override
        public void moved(LiveSession session, RoomId room) {
            watcher().moved(session, room);
        }

        @Override
        public void forget(LiveSession session) {
            sessions.remove(session);
            life.users().leave(session);
            if (life.users().find(session.owner()).isEmpty()) {
                typists.gone(session.owner());
            }
            watcher().closed(session);
        }

        @Override
        public void awaitFollowing(Membership membership) {
            entrance.await(ready -> life.users().whenFollowing(membership.user(), membership.room(), ready::done));
        }

        @Override
        public void resume(LiveSession session, RoomId room, Optional<Revision> cursor) {
            life.rooms().resume(session, room, cursor);
        }

        @Override
        public Optional<Position> lastPosition(RoomId room) {
            return life.rooms().lastPosition(room);
        }

        @Override
        public Instant now() {
            return timing.clock().instant();
        }

        @Override
        public boolean isSignedIn(Caller caller) {
            return caller.login()
                    .map(login -> storage.logins()
                            .findActive(login, timing.clock().instant())
                            .isPresent())
                    .orElse(true);
        }
    }

    /**
     * Not open yet; reads and starts nothing.
     *
     * @param storeReplaced is run when the store turned out to be another one, so that caches are dropped
     */
    public LiveDelivery(Storage storage, ChangeBus bus, LiveSettings settings, Clock clock, Runnable storeReplaced) {
        this(storage, bus, settings, new Timing(clock, Later.on(EXECUTOR)), storeReplaced);
    }

    LiveDelivery(Storage storage, ChangeBus bus, LiveSettings settings, Timing timing, Runnable storeReplaced) {
        this.storage = storage;
        this.bus = bus;
        this.settings = settings;
        this.timing = timing;
        this.storeReplaced = storeReplaced;
        this.typists = new Typists(timing.later());
        this.entrance = new Entrance(timing.later(), settings.connectDeadline());
        this.again = new Recurring(timing.later(), settings.sweepInterval(), this::tick);
    }

    /**
     * Reads the store's epoch and begins to sweep.
     *
     * @param told of every session from now on
     */
    public void open(SessionWatcher told) {
        watcher = Optional.of(told);
        life = Optional.of(begin());
        again.next();
    }

    private StoreLife begin() {
        return StoreLife.begin(storage, bus, EXECUTOR, timing.later(), settings.maxSessionsPerUser());
    }

    /**
     * Opens a session. When this returns, every change committed from now on in a room of the user reaches {@code listener};
     * the first may come before.
     *
     * @throws ChatException.NotFound with {@code USER_NOT_FOUND}
     * @throws ChatException.Unauthenticated with {@code TOKEN_INVALID} if the caller's login has ended
     * @throws ChatException.Unavailable if the store does not answer in time, or this is closed
     */
    public LiveSession connect(Caller caller, LiveListener listener) {
        if (closed) {
            throw new ChatException.Unavailable();
        }
        StoreLife mine = life();
        LiveSession session = new LiveSession(UUID.randomUUID(), caller, mine.epoch(), listener, new Home(mine));
        try {
            entrance.await(ready -> enter(mine, session, ready));
            // Read only now: the end of a login that comes later finds the session among its user's.
            if (!session.isSignedIn()) {
                throw new ChatException.Unauthenticated(ErrorCode.TOKEN_INVALID);
            }
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        // Whoever ends all sessions may have missed this one.
        if (closed) {
            session.end(EndReason.STOPPING);
        } else if (!life().epoch().equals(mine.epoch())) {
            session.end(EndReason.RESET);
        }
        return session;
    }

    private void enter(StoreLife mine, LiveSession session, Ready ready) {
        mine.users().enter(session, ready::done);
        // Behind the entry: whoever ends all sessions must not make this one leave before it came.
        sessions.add(session);
        if (session.isOver()) {
            sessions.remove(session);
        }
    }

    /** How many sessions are open. */
    public int sessions() {
        return sessions.size();
    }

    /** Whether the user is connected here and known to be in the room. */
    public boolean isMember(UserId user, RoomId room) {
        return life().users()
                .find(user)
                .map(feed -> feed.rooms().isMember(room))
                .orElse(false);
    }

    /** What others see of the user, if they are connected here. */
    public Optional<UserSummary> profile(UserId user) {
        return life().users().find(user).flatMap(UserFeed::profile);
    }

    /** The user has sent a message there: they are no longer writing. */
    public void sent(UserId user, RoomAddress chat) {
        typists.end(user, chat);
    }

    Typists typists() {
        return typists;
    }

    /** Ends every session and stops; idempotent. */
    @Override
    public void close() {
        closed = true;
        sessions.forEach(session -> session.end(EndReason.STOPPING));
    }

    private SessionWatcher watcher() {
        return watcher.orElseThrow(LiveDelivery::notOpen);
    }

    private void tick() {
        if (closed) {
            return;
        }
        try {
            Instant now = timing.clock().instant();
            sessions.forEach(session -> session.checkToken(now));
            if (!life().sweep()) {
                replaced();
            }
        } catch (ChatException.Unavailable e) {
            LOG.log(System.Logger.Level.WARNING, "the sweep could not read the store and tries again");
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the sweep failed", e);
        }
        again.next();
    }

    private void replaced() {
        LOG.log(System.Logger.Level.WARNING, "the store was restored or replaced: all sessions start anew");
        life = Optional.of(begin());
        storeReplaced.run();
        sessions.forEach(session -> session.end(EndReason.RESET));
    }

    private StoreLife life() {
        return life.orElseThrow(LiveDelivery::notOpen);
    }

    private static IllegalStateException notOpen() {
        return new IllegalStateException("the chat is not open yet: call open() first");
    }
}
