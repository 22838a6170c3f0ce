package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.Epoch;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Everything live on this node: opens sessions, keeps their feeds, sweeps. Thread-safe. */
public final class LiveDelivery implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LiveDelivery.class.getName());

    private static final Executor EXECUTOR = Thread::startVirtualThread;

    private final Storage storage;
    private final LiveSettings settings;
    private final Timing timing;
    private final Runnable storeReplaced;
    private final Typists typists;
    private final RoomFeeds rooms;
    private final UserFeeds users;
    private final Set<LiveSession> sessions = ConcurrentHashMap.newKeySet();
    private final SessionHome home = new Home();
    private volatile Optional<Epoch> epoch = Optional.empty();
    private volatile Optional<SessionWatcher> watcher = Optional.empty();
    private volatile boolean closed;

    private final class Home implements SessionHome {
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
            users.leave(session);
            if (users.find(session.owner()).isEmpty()) {
                typists.gone(session.owner());
            }
            watcher().closed(session);
        }

        @Override
        public void awaitFollowing(Membership membership) {
            Ready ready = new Ready();
            users.whenFollowing(membership.user(), membership.room(), ready::done);
            ready.await(settings.connectDeadline());
        }

        @Override
        public void resume(LiveSession session, RoomId room, Optional<Revision> cursor) {
            rooms.resume(session, room, cursor);
        }

        @Override
        public Optional<Position> lastPosition(RoomId room) {
            return rooms.lastPosition(room);
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
        this.settings = settings;
        this.timing = timing;
        this.storeReplaced = storeReplaced;
        this.typists = new Typists(timing.later());
        this.rooms = new RoomFeeds(bus, storage, EXECUTOR, timing.later());
        this.users = new UserFeeds(bus, storage, rooms, EXECUTOR, settings.maxSessionsPerUser());
    }

    /**
     * Reads the store's epoch and begins to sweep.
     *
     * @param told of every session from now on
     */
    public void open(SessionWatcher told) {
        watcher = Optional.of(told);
        epoch = Optional.of(storage.changes().epoch());
        scheduleSweep();
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
        LiveSession session =
                new LiveSession(UUID.randomUUID(), caller, epoch.orElseThrow(LiveDelivery::notOpen), listener, home);
        Ready ready = new Ready();
        users.enter(session, ready::done);
        // Behind the entry: whoever ends all sessions must not make this one leave before it came.
        sessions.add(session);
        if (session.isOver()) {
            sessions.remove(session);
        }
        try {
            ready.await(settings.connectDeadline());
            // Read only now: the end of a login that comes later finds the session among its user's.
            if (!home.isSignedIn(caller)) {
                throw new ChatException.Unauthenticated(ErrorCode.TOKEN_INVALID);
            }
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        if (closed) {
            session.end(EndReason.STOPPING);
        }
        return session;
    }

    /** How many sessions are open. */
    public int sessions() {
        return sessions.size();
    }

    /** Whether the user is connected here and known to be in the room. */
    public boolean isMember(UserId user, RoomId room) {
        return users.find(user).map(feed -> feed.rooms().isMember(room)).orElse(false);
    }

    /** What others see of the user, if they are connected here. */
    public Optional<UserSummary> profile(UserId user) {
        return users.find(user).flatMap(UserFeed::profile);
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

    private void scheduleSweep() {
        // Spread by 15 % either way, so that nodes that started together do not ask together for ever.
        long millis = settings.sweepInterval().toMillis();
        long spread = Math.max(1, millis * 15 / 100);
        long delay = Math.max(1, millis - spread + ThreadLocalRandom.current().nextLong(2 * spread));
        timing.later().after(Duration.ofMillis(delay), this::tick);
    }

    private void tick() {
        if (closed) {
            return;
        }
        try {
            checkTokens();
            if (!new Sweep(storage.changes(), rooms, users, epoch.orElseThrow(LiveDelivery::notOpen)).run()) {
                replaced();
            }
        } catch (ChatException.Unavailable e) {
            LOG.log(System.Logger.Level.WARNING, "the sweep could not read the store and tries again");
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the sweep failed", e);
        }
        scheduleSweep();
    }

    private void checkTokens() {
        Instant now = timing.clock().instant();
        sessions.forEach(session -> session.checkToken(now));
    }

    private void replaced() {
        LOG.log(System.Logger.Level.WARNING, "the store was restored or replaced: all sessions start anew");
        epoch = Optional.of(storage.changes().epoch());
        storeReplaced.run();
        sessions.forEach(session -> session.end(EndReason.RESET));
    }

    private static IllegalStateException notOpen() {
        return new IllegalStateException("the chat is not open yet: call open() first");
    }
}
