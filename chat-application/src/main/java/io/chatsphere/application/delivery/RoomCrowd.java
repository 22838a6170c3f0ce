package io.chatsphere.application.delivery;

import io.chatsphere.application.delivery.Delivery.Step;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomAccess;
import io.chatsphere.domain.room.RoomAddress;
import io.chatsphere.domain.room.RoomKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sessions that one room's feed delivers to: those that have a seat, those on their way to one, and what each is told when
 * it comes and goes. Touched on the feed's turn alone.
 */
final class RoomCrowd {
    private final Fanout fanout = new Fanout();
    private final Members members = new Members();
    private final Arrivals arrivals;
    private final RoomSignals signals;
    private volatile Optional<Room> room = Optional.empty();

    RoomCrowd(RoomFeed feed, Later later) {
        this.arrivals = new Arrivals(feed, this);
        this.signals = new RoomSignals(fanout.seats(), later);
    }

    /** Whether it is known to be in a group; from any thread. */
    boolean isOfGroup() {
        return room.filter(known -> known.kind() == RoomKind.GROUP).isPresent();
    }

    /** The session found this membership when it opened: from now on it gets what is delivered. */
    void attach(LiveSession session, Membership membership) {
        arrivals.add(Arrival.found(session, membership));
    }

    /** The session's user became a member: once it is greeted, it gets every change since then. */
    void admit(LiveSession session, Membership membership) {
        arrivals.add(Arrival.admitted(session, membership));
    }

    /** The session, which was attached or admitted before, is delivered what it missed behind {@code cursor}. */
    void resume(LiveSession session, Optional<Revision> cursor) {
        flush();
        arrivals.resume(session, fanout.seats().remove(session), cursor);
    }

    /** What an admitted session is told before anything else of the room. */
    void greet(LiveSession session, Membership membership, Notice greeting) {
        arrivals.greet(session, membership, greeting);
    }

    /**
     * What the session came by is over since this revision of its user: it is told, if it knew of the room, and gets nothing
     * more.
     */
    void dismiss(LiveSession session, Revision userRevision) {
        flush();
        List<LiveSession> gone = new ArrayList<>(arrivals.dismiss(session, userRevision));
        fanout.seats().remove(session).map(Seat::session).ifPresent(gone::add);
        sayRemoved(gone);
    }

    /** The session is gone. */
    void detach(LiveSession session) {
        flush();
        arrivals.remove(session);
        fanout.seats().remove(session);
    }

    /** The user of these sessions has read so far, on whatever device. */
    void mark(List<LiveSession> sessions, Position position) {
        flush();
        UserId user = sessions.getFirst().owner();
        Notice.Body.Mark mark = new Notice.Body.Mark(user, position);
        Notice notice = new Notice(new Notice.Body.Read(addressFor(user), List.of(mark)));
        sessions.stream()
                .filter(session -> !arrivals.keep(session, notice))
                .filter(this::isHere)
                .forEach(session -> session.notice(notice));
    }

    /** Their user's stream may be behind the room's. In a public room, where that tells nobody a secret, it is not searched for. */
    private boolean isHere(LiveSession session) {
        return room().kind() == RoomKind.PUBLIC
                || arrivals.has(session)
                || fanout.seats().has(session);
    }

    /** Something happened that matters only now. */
    void signalled(Signal signal) {
        room.ifPresent(known -> {
            flush();
            signals.show(known, signal);
        });
    }

    /** The feed has opened, with the room as it was read then: those who leave go now, the others come by {@link #letIn}. */
    void opened(RoomAccess access) {
        room = Optional.of(access.room());
        members.open(access);
    }

    /** Those who wait since before the feed has opened come in. */
    void letIn() {
        arrivals.opened();
    }

    /** Whether some wait for what could not be read; from any thread. */
    boolean isWaiting() {
        return arrivals.hasFailed();
    }

    /** Reads again what could not be read. */
    void readAgain() {
        arrivals.readAgain();
    }

    /** Takes a change that everybody with a seat gets with {@link #flush}, except for who was removed by it. */
    void take(Step step) {
        switch (step.change()) {
            case RoomChange.OfMessage message -> {}
            case RoomChange.OfMembership(var membership, var user) -> {
                members.learn(membership);
                if (!membership.isActive()) {
                    removeUser(membership.user(), membership.revision());
                }
            }
            case RoomChange.OfDetails(var details) -> {
                flush();
                room = Optional.of(details);
            }
        }
        fanout.add(step);
    }

    /**
     * A stretch that was read is taken next. A row's last state hides the earlier ones: who became a member within the stretch
     * was none before, even if they had a seat, since their removal is hidden.
     */
    void beforeStretch(Stretch stretch, Revision delivered) {
        stretch.memberships()
                .filter(membership -> membership.joinedRevision().isAfter(delivered))
                .forEach(this::removeEarlier);
    }

    /** Seats those who are to get {@code next} and nothing before it. */
    void seatBefore(Revision next) {
        arrivals.seatBefore(next);
    }

    void seat(Seat seat) {
        flush();
        fanout.seats().add(seat);
    }

    boolean hasMember(UserId user) {
        return members.has(user);
    }

    /** Sends a session what it missed behind its cursor. */
    void catchUp(Arrival arrival, List<RoomChange> missed) {
        LiveSession session = arrival.session();
        session.deliver(Fanout.chain(room(), session.owner(), arrival.joined(), arrival.cursor(), missed));
    }

    /** The room as the user names it. */
    RoomAddress addressFor(UserId user) {
        return room().addressFor(user);
    }

    /** Tells sessions of one user that they are no longer in the room. */
    void sayRemoved(List<LiveSession> sessions) {
        if (!sessions.isEmpty()) {
            UserId user = sessions.getFirst().owner();
            Notice notice = new Notice(new Notice.Body.RoomRemoved(addressFor(user)));
            sessions.forEach(session -> session.notice(notice));
        }
    }

    /** Sends what was taken. */
    void flush() {
        room.ifPresent(fanout::flush);
    }

    /** Ends all sessions here: they start anew. */
    void reset() {
        flush();
        fanout.seats().forEach(session -> session.end(EndReason.RESET));
        arrivals.reset();
    }

    private void removeEarlier(Membership membership) {
        removeUser(membership.user(), membership.joinedRevision());
    }

    /** Who was removed gets neither this change nor a later one, unless they were let in again behind it. */
    private void removeUser(UserId user, Revision end) {
        flush();
        List<LiveSession> gone = new ArrayList<>(arrivals.removeUser(user, end));
        gone.addAll(fanout.seats().removeUser(user));
        sayRemoved(gone);
    }

    private Room room() {
        return room.orElseThrow();
    }
}
