package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The sessions on their way to a seat in one room: each gets its seat when the feed has delivered exactly what the session
 * needs nothing more of. Touched on the feed's turn alone.
 */
final class Arrivals {
    private final Set<Arrival> waiting = new LinkedHashSet<>();
    private final RoomFeed feed;
    private final RoomCrowd crowd;

    Arrivals(RoomFeed feed, RoomCrowd crowd) {
        this.feed = feed;
        this.crowd = crowd;
    }

    void add(Arrival arrival) {
        waiting.add(arrival);
        approach(arrival);
    }

    /** The feed has opened. */
    void opened() {
        List.copyOf(waiting).forEach(this::approach);
    }

    /** What the session is to be greeted with has been read. */
    void greet(LiveSession session, Membership membership, Notice greeting) {
        find(arrival -> arrival.awaitsGreeting(session, membership)).forEach(arrival -> {
            arrival.setGreeting(greeting);
            approach(arrival);
        });
    }

    /** A session, seated or on its way, is delivered what it missed behind {@code cursor}. */
    void resume(LiveSession session, Optional<Revision> cursor) {}

    /** Keeps a notice for behind the greeting; false if the session needs none, or has had it. */
    boolean keep(LiveSession session, Notice notice) {
        List<Arrival> ungreeted = find(arrival -> arrival.session().equals(session) && !arrival.isGreeted());
        ungreeted.forEach(arrival -> arrival.keepBehindGreeting(notice));
        return !ungreeted.isEmpty();
    }

    boolean has(LiveSession session) {
        return !find(arrival -> arrival.session().equals(session)).isEmpty();
    }

    /** The session is gone. */
    void remove(LiveSession session) {
        waiting.removeIf(arrival -> arrival.session().equals(session));
    }

    /** The user's membership that began before {@code end} is over: gives those of their sessions that knew of the room. */
    List<LiveSession> removeUser(UserId user, Revision end) {
        return takeOut(arrival -> arrival.session().owner().equals(user) && end.isAfter(arrival.joined()));
    }

    /** What the session came by is over since {@code userRevision}: gives the session if it knew of the room. */
    List<LiveSession> dismiss(LiveSession session, Revision userRevision) {
        return takeOut(arrival -> arrival.session().equals(session) && arrival.isOlderThan(userRevision));
    }

    /** Ends all of these sessions: they start anew. */
    void reset() {
        List<Arrival> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(arrival -> arrival.session().end(EndReason.RESET));
    }

    /** The next change is {@code next}: whoever is to get it, and nothing before it, takes a seat. */
    void seatBefore(Revision next) {
        find(arrival -> arrival.isReady() && !arrival.isReading() && next.isAfter(arrival.cursor()))
                .forEach(this::seat);
    }

    private List<Arrival> find(Predicate<Arrival> wanted) {
        return waiting.isEmpty() ? List.of() : waiting.stream().filter(wanted).toList();
    }

    private List<LiveSession> takeOut(Predicate<Arrival> wanted) {
        List<Arrival> gone = find(wanted);
        gone.forEach(waiting::remove);
        return gone.stream().filter(Arrival::isGreeted).map(Arrival::session).toList();
    }

    private void approach(Arrival arrival) {
        if (!feed.isOpen() || !arrival.isReady() || arrival.isReading() || ahead(arrival)) {
            return;
        }
        if (arrival.isFound()) {
            seatIfMember(arrival);
            return;
        }
        arrival.greet();
        if (arrival.session().isOver()) {
            waiting.remove(arrival);
        } else if (feed.delivered().isAfter(arrival.cursor())) {
            arrival.setReading(true);
            feed.read(arrival.cursor(), stretch -> caughtUp(arrival, stretch));
        } else {
            seat(arrival);
        }
    }

    /** A membership may be known here before the changes that led to it. */
    private boolean ahead(Arrival arrival) {
        return arrival.joined().isAfter(feed.delivered());
    }

    /** What the session found may be out of date by now. */
    private void seatIfMember(Arrival arrival) {
        if (feed.delivered().equals(arrival.joined())
                || crowd.hasMember(arrival.session().owner())) {
            seat(arrival);
        } else {
            dismiss(arrival);
        }
    }

    private void seat(Arrival arrival) {
        waiting.remove(arrival);
        if (!arrival.session().isOver()) {
            arrival.greet();
            crowd.seat(arrival.session());
        }
    }

    private void dismiss(Arrival arrival) {
        crowd.sayRemoved(takeOut(arrival::equals));
    }

    private void caughtUp(Arrival arrival, Optional<Stretch> answer) {
        arrival.setReading(false);
        if (!waiting.contains(arrival)) {
            return;
        }
        Optional<Stretch> usable = answer.filter(stretch -> !stretch.membersAhead())
                .filter(stretch -> stretch.page().upTo().isAfter(arrival.cursor()));
        if (usable.isEmpty()) {
            waiting.remove(arrival);
            arrival.session().end(EndReason.RESET);
            return;
        }
        Stretch stretch = usable.get();
        stretch.membershipOf(arrival.session().owner())
                .filter(own -> !own.isActive() || own.joinedRevision().isAfter(arrival.joined()))
                .ifPresentOrElse(own -> catchUpWithEnd(arrival, own, stretch), () -> catchUp(arrival, stretch));
        feed.learn(stretch);
        if (waiting.contains(arrival)) {
            approach(arrival);
        }
    }

    private void catchUp(Arrival arrival, Stretch stretch) {
        crowd.catchUp(arrival.session(), arrival.cursor(), stretch.page().changes());
        arrival.moveTo(stretch.page().upTo());
    }

    /** The membership ended within the stretch: at its own change, or nobody knows where if another one began since. */
    private void catchUpWithEnd(Arrival arrival, Membership own, Stretch stretch) {
        if (own.joinedRevision().equals(arrival.joined())) {
            List<RoomChange> until = stretch.page().changes().stream()
                    .takeWhile(change -> own.revision().isAfter(change.revision()))
                    .toList();
            crowd.catchUp(arrival.session(), arrival.cursor(), until);
        }
        dismiss(arrival);
    }
}
