package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.UserSummary;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One live connection of a user: it gets every change of the user's rooms, from when it opened until it is closed. Made by
 * {@link LiveDelivery#connect}. Thread-safe.
 */
public final class LiveSession {
    private static final System.Logger LOG = System.getLogger(LiveSession.class.getName());

    private final UUID id;
    private final Caller caller;
    private final Epoch epoch;
    private final LiveListener listener;
    private final Home home;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile UserSummary user;

    /** Where a session lives. */
    interface Home {
        /** The session is over. */
        void forget(LiveSession session);

        /** Blocks until the user's sessions follow the room. */
        void awaitFollowing(Membership membership);
    }

    LiveSession(UUID id, Caller caller, Epoch epoch, LiveListener listener, Home home) {
        this.id = id;
        this.caller = caller;
        this.epoch = epoch;
        this.listener = listener;
        this.home = home;
    }

    /** Names this connection, for its user and the log. */
    public UUID id() {
        return id;
    }

    /** Whose session it is. */
    public Caller caller() {
        return caller;
    }

    /** What others see of the user, as of when the session opened. */
    public UserSummary user() {
        return user;
    }

    /** The life of the store that revisions belong to. */
    public Epoch epoch() {
        return epoch;
    }

    /**
     * Waits until this session gets every change of the room behind the membership's beginning. Blocks for a moment when the
     * user has only just joined.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if that takes too long
     */
    public void awaitFollowing(Membership membership) {
        home.awaitFollowing(membership);
    }

    /** The user has the view of a public room open on this connection: they are live there. Idempotent. */
    public void enter(RoomId room) {
        throw new UnsupportedOperationException();
    }

    /** The view of the room is closed on this connection. Idempotent. */
    public void leave(RoomId room) {
        throw new UnsupportedOperationException();
    }

    /** The last position that was delivered in the room to this node's sessions; empty if none was. */
    public Optional<Position> lastPosition(RoomId room) {
        throw new UnsupportedOperationException();
    }

    /**
     * Goes on as this caller, whose token ends later.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unauthenticated with {@code TOKEN_INVALID} if it is another user
     */
    public void extend(Caller next) {
        throw new UnsupportedOperationException();
    }

    /** Ends the session; the listener is not told. Idempotent. */
    public void close() {
        if (over.compareAndSet(false, true)) {
            home.forget(this);
        }
    }

    void opened(UserSummary profile) {
        user = profile;
        listener.opened(this);
    }

    /** Ends the session and tells the listener. Idempotent. */
    void end(EndReason reason) {
        if (over.compareAndSet(false, true)) {
            listener.ended(reason);
            home.forget(this);
        }
    }

    boolean isOver() {
        return over.get();
    }

    void deliver(List<Delivery> deliveries) {
        if (isOver()) {
            return;
        }
        try {
            for (Delivery one : deliveries) {
                if (!listener.offer(one)) {
                    end(EndReason.TOO_SLOW);
                    return;
                }
            }
            listener.flush();
        } catch (RuntimeException e) {
            // A listener that breaks its contract costs its own session, and nobody else a message.
            LOG.log(System.Logger.Level.ERROR, "a session ends, as its listener failed", e);
            end(EndReason.RESET);
        }
    }
}
