package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.delivery.UserState;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
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

    private final ChangeBus bus;
    private final ChangeLog changes;
    private final RoomFeeds rooms;
    private final Executor executor;
    private final int maxSessions;
    private final Map<UserId, Lane> lanes = new ConcurrentHashMap<>();

    UserFeeds(ChangeBus bus, ChangeLog changes, RoomFeeds rooms, Executor executor, int maxSessions) {
        this.bus = bus;
        this.changes = changes;
        this.rooms = rooms;
        this.executor = executor;
        this.maxSessions = maxSessions;
    }

    /** A feed with its turns and how many sessions it has. */
    private final class Lane {
        final UserId user;
        final UserFeed feed = new UserFeed(rooms, this::repair, maxSessions);
        final Turns turns = new Turns(executor, () -> {});
        final ChangeBus.Following following;
        final AtomicBoolean repairing = new AtomicBoolean();
        int sessions;

        Lane(UserId user) {
            this.user = user;
            this.following = bus.follow(user, (change, origin) -> turns.add(() -> feed.changed(change, origin)));
            executor.execute(this::open);
        }

        private void open() {
            try {
                Optional<UserState> state = changes.userState(user);
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
                executor.execute(() -> {
                    try {
                        var page = changes.userSince(user, after);
                        turns.add(() -> feed.repaired(page));
                    } catch (ChatException.Unavailable e) {
                        LOG.log(System.Logger.Level.WARNING, "a user's rooms are repaired later: the store is away");
                    } catch (RuntimeException e) {
                        LOG.log(System.Logger.Level.ERROR, "a user's rooms cannot be read", e);
                    } finally {
                        repairing.set(false);
                    }
                });
            }
        }
    }

    void enter(LiveSession session, Consumer<Optional<ChatException>> done) {
        lanes.compute(session.caller().user(), (user, known) -> {
            Lane lane = known == null ? new Lane(user) : known;
            lane.sessions++;
            lane.turns.add(() -> lane.feed.enter(session, done));
            return lane;
        });
    }

    /** Ends what one {@link #enter} began. */
    void leave(LiveSession session) {
        lanes.computeIfPresent(session.caller().user(), (user, lane) -> {
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

    /** Runs {@code step} behind every change of the user that was published before this call. */
    void afterPublished(UserId user, Runnable step) {
        Optional.ofNullable(lanes.get(user)).ifPresentOrElse(lane -> lane.turns.add(step), step);
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
