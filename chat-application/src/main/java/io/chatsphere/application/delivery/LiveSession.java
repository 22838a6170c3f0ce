package io.chatsphere.application.delivery;

import io.chatsphere.application.login.Caller;
import io.chatsphere.domain.delivery.Epoch;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.user.UserSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * One live connection of a user: it gets every change of the user's rooms, from when it opened until it is closed. Made by
 * {@link LiveDelivery#connect}. Thread-safe.
 */
public final class LiveSession {
    private static final System.Logger LOG = System.getLogger(LiveSession.class.getName());

    private final UUID id;
    private final UserId owner;
    private final Epoch epoch;
    private final LiveListener listener;
    private final SessionHome home;
    private final AtomicBoolean over = new AtomicBoolean();
    private final OpenViews views = new OpenViews();
    private final Pulls pulls;
    private volatile TokenTerm term;
    private volatile UserSummary user;

    LiveSession(UUID id, Caller caller, Epoch epoch, LiveListener listener, SessionHome home) {
        this.id = id;
        this.owner = caller.user();
        this.epoch = epoch;
        this.listener = listener;
        this.home = home;
        this.pulls = new Pulls(listener);
        this.term = new TokenTerm(caller, home.now());
    }

    /** Names this connection, for its user and the log. */
    public UUID id() {
        return id;
    }

    /** Whose session it is, with the token that it was last extended by. */
    public Caller caller() {
        return term.caller();
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
     * @throws ChatException.Unavailable if that takes too long
     */
    public void awaitFollowing(Membership membership) {
        home.awaitFollowing(membership);
    }

    /**
     * The user has the view of a public room open on this connection, or speaks there: they are live in it. For members, and
     * whoever lets them in has checked that. Idempotent, and cheap when repeated.
     */
    public void enter(RoomId room) {
        if (views.open(room)) {
            home.moved(this, room);
        }
    }

    /** The view of the room is closed on this connection. Idempotent. */
    public void leave(RoomId room) {
        if (views.close(room)) {
            home.moved(this, room);
        }
    }

    /** Whether the view of the room is open on this connection. */
    public boolean isLiveIn(RoomId room) {
        return views.has(room);
    }

    /** The rooms whose view is open on this connection; also when it is over, those that were. */
    public Set<RoomId> liveIn() {
        return views.rooms();
    }

    /** The last position that was delivered in the room to this node's sessions; empty if none was. */
    public Optional<Position> lastPosition(RoomId room) {
        return home.lastPosition(room);
    }

    /**
     * Delivers what the client missed behind each of these cursors, in order, then a {@link Notice.Body.Resumed} for each; what
     * is live of these rooms comes behind it. Called again for a room, it begins anew there. Returns at once.
     *
     * @param rooms cursors of rooms that the user is in, by room, each empty if it is of another store; of another room nothing
     *     comes
     */
    void resume(Map<RoomId, Optional<Revision>> rooms) {
        rooms.forEach((room, cursor) -> home.resume(this, room, cursor));
    }

    /**
     * Goes on as this caller, whose token ends later. The login may be another one of the same user: from now on the session
     * ends with that.
     *
     * @throws ChatException.Unauthenticated with {@code TOKEN_INVALID} if it is another user, or if the other login has ended,
     *     and the session with it
     * @throws ChatException.Unavailable if nobody knows whether the other login lasts; the session ends
     */
    public void extend(Caller next) {
        if (!next.user().equals(owner)) {
            throw new ChatException.Unauthenticated(ErrorCode.TOKEN_INVALID);
        }
        boolean sameLogin = next.login().equals(caller().login());
        term = new TokenTerm(next, home.now());
        if (!sameLogin) {
            requireSignedIn();
        }
    }

    /** The end of the other login may have been told before it was this session's. */
    private void requireSignedIn() {
        try {
            if (!home.isSignedIn(caller())) {
                end(EndReason.REVOKED);
                throw new ChatException.Unauthenticated(ErrorCode.TOKEN_INVALID);
            }
        } catch (RuntimeException e) {
            end(EndReason.RESET);
            throw e;
        }
    }

    /** Whether the login of its caller lasts: read anew. */
    boolean isSignedIn() {
        return home.isSignedIn(caller());
    }

    /** Ends the session; the listener is not told. Idempotent. */
    public void close() {
        if (over.compareAndSet(false, true)) {
            home.forget(this);
        }
    }

    /** @param isMember whether the user is in a room */
    void opened(UserSummary profile, Predicate<RoomId> isMember) {
        user = profile;
        try {
            listener.opened(this);
            home.opened(this, isMember);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** Ends the session and tells the listener. Idempotent. */
    void end(EndReason reason) {
        if (over.compareAndSet(false, true)) {
            try {
                listener.ended(reason);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a listener failed at the end of its session", e);
            } finally {
                home.forget(this);
            }
        }
    }

    /** Whether it has ended. */
    public boolean isOver() {
        return over.get();
    }

    /** What it missed, a page at a time. */
    Pulls pulls() {
        return pulls;
    }

    /** Whose session it is. */
    UserId owner() {
        return owner;
    }

    /** Ends the session if its token has, or says once that it will soon. */
    void checkToken(Instant now) {
        TokenTerm current = term;
        if (current.isOver(now)) {
            end(EndReason.TOKEN_ENDED);
        } else {
            current.warning(now).ifPresent(left -> notice(new Notice(new Notice.Body.TokenExpiring(left))));
        }
    }

    /** Hands the listener a notice, unless the session is over. */
    public void notice(Notice notice) {
        if (isOver()) {
            return;
        }
        try {
            listener.notice(notice);
        } catch (RuntimeException e) {
            failed(e);
        }
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
            failed(e);
        }
    }

    /** A listener that breaks its contract costs its own session, and nobody else a message. */
    private void failed(RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "a session ends, as its listener failed", e);
        end(EndReason.RESET);
    }
}
