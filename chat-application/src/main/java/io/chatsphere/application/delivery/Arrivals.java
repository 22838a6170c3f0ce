package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Membership;
import java.util.List;
import java.util.Optional;

/**
 * The sessions on their way to a seat in one room: each gets its seat when the feed has delivered exactly what the session
 * needs nothing more of. What it missed comes before that, a page at a time. Touched on the feed's turn alone.
 */
final class Arrivals {
    private final ArrivalSet waiting = new ArrivalSet();
    private final RoomFeed feed;
    private final RoomCrowd crowd;
    private volatile boolean readFailed;

    Arrivals(RoomFeed feed, RoomCrowd crowd) {
        this.feed = feed;
        this.crowd = crowd;
    }

    void add(Arrival arrival) {
        waiting.add(arrival);
        approach(arrival);
    }

    /** A session, on its way or with {@code seat} before, is delivered what it missed behind {@code cursor}. */
    void resume(LiveSession session, Optional<Seat> seat, Optional<Revision> cursor) {
        seat.map(Arrival::back)
                .or(() -> waiting.find(arrival -> arrival.session().equals(session)).stream()
                        .findFirst())
                .ifPresent(arrival -> {
                    arrival.resume(cursor);
                    add(arrival);
                });
    }

    /** The feed has opened. */
    void opened() {
        waiting.all().forEach(this::approach);
    }

    /** What the session is to be greeted with has been read. */
    void greet(LiveSession session, Membership membership, Notice greeting) {
        waiting.find(arrival -> arrival.awaitsGreeting(session, membership)).forEach(arrival -> {
            arrival.setGreeting(greeting);
            approach(arrival);
        });
    }

    /** Keeps a notice for behind the greeting; false if the session needs none, or has had it. */
    boolean keep(LiveSession session, Notice notice) {
        List<Arrival> ungreeted = waiting.find(arrival -> arrival.session().equals(session) && !arrival.isGreeted());
        ungreeted.forEach(arrival -> arrival.keepBehindGreeting(notice));
        return !ungreeted.isEmpty();
    }

    boolean has(LiveSession session) {
        return !waiting.find(arrival -> arrival.session().equals(session)).isEmpty();
    }

    /** Whether something that was missed could not be read; from any thread. */
    boolean hasFailed() {
        return readFailed;
    }

    /** Reads again what could not be read. */
    void readAgain() {
        readFailed = false;
        opened();
    }

    /** The session is gone. */
    void remove(LiveSession session) {
        waiting.find(arrival -> arrival.session().equals(session)).forEach(waiting::remove);
    }

    /** The user's membership that began before {@code end} is over: gives those of their sessions that knew of the room. */
    List<LiveSession> removeUser(UserId user, Revision end) {
        return waiting.takeOut(arrival -> arrival.session().owner().equals(user) && end.isAfter(arrival.joined()));
    }

    /** What the session came by is over since {@code userRevision}: gives the session if it knew of the room. */
    List<LiveSession> dismiss(LiveSession session, Revision userRevision) {
        return waiting.takeOut(arrival -> arrival.session().equals(session) && arrival.isOlderThan(userRevision));
    }

    /** Ends all of these sessions: they start anew. */
    void reset() {
        List<Arrival> all = waiting.all();
        all.forEach(waiting::remove);
        all.forEach(arrival -> arrival.session().end(EndReason.RESET));
    }

    /** The next change is {@code next}: whoever is to get it, and nothing before it, takes a seat. */
    void seatBefore(Revision next) {
        waiting.find(arrival -> arrival.isReady() && !arrival.isReading() && isAt(arrival.cursor(), next))
                .forEach(this::seat);
    }

    /** Whether the cursor lies where the feed is now, or in what the feed leaves out on its way to {@code next}. */
    private boolean isAt(Revision cursor, Revision next) {
        return next.isAfter(cursor) && !feed.delivered().isAfter(cursor);
    }

    private void approach(Arrival arrival) {
        // A membership may be known here before the changes that led to it.
        boolean ahead = arrival.joined().isAfter(feed.delivered());
        if (!feed.isOpen() || !arrival.isReady() || arrival.isReading() || ahead || !isMember(arrival)) {
            return;
        }
        arrival.greet();
        if (arrival.session().isOver()) {
            waiting.remove(arrival);
        } else if (arrival.startsAnywhere() || feed.delivered().equals(arrival.cursor())) {
            seat(arrival);
        } else if (feed.delivered().isAfter(arrival.cursor())) {
            readOnOrPause(arrival);
        } else if (arrival.isWithinCounter()) {
            feed.repair();
        } else {
            read(arrival);
        }
    }

    /** What the session found when it opened may be out of date by now: if it is, the session goes. */
    private boolean isMember(Arrival arrival) {
        if (arrival.isToBeChecked()
                && !feed.delivered().equals(arrival.joined())
                && !crowd.hasMember(arrival.session().owner())) {
            dismiss(arrival);
            return false;
        }
        arrival.checked();
        return true;
    }

    private void seat(Arrival arrival) {
        waiting.remove(arrival);
        if (!arrival.session().isOver()) {
            arrival.greet();
            if (arrival.isResuming()) {
                arrival.session().notice(resumed(arrival, true));
            }
            crowd.seat(arrival.seat());
        }
    }

    private void dismiss(Arrival arrival) {
        crowd.sayRemoved(waiting.takeOut(arrival::equals));
    }

    private void readOnOrPause(Arrival arrival) {
        if (arrival.hadEnough()) {
            arrival.pause(resumed(arrival, false));
        } else {
            read(arrival);
        }
    }

    private Notice resumed(Arrival arrival, boolean complete) {
        boolean reset = arrival.startsAnywhere();
        Revision cursor = reset && feed.delivered().isAfter(arrival.cursor()) ? feed.delivered() : arrival.cursor();
        return new Notice(
                new Notice.Body.Resumed(crowd.addressFor(arrival.session().owner()), cursor, complete, reset));
    }

    private void read(Arrival arrival) {
        arrival.setReading(true);
        LiveSession session = arrival.session();
        Revision after = arrival.cursor();
        session.pulls()
                .add(() -> feed.readFor(session.owner(), after, answer -> {
                    arrival.setReading(false);
                    if (waiting.contains(arrival)) {
                        answered(arrival, after, answer);
                    }
                    session.pulls().done();
                }));
    }

    private void answered(Arrival arrival, Revision after, Optional<Stretch> answer) {
        boolean asked = arrival.cursor().equals(after) && !arrival.startsAnywhere();
        if (asked && answer.isEmpty()) {
            readFailed = true;
            return;
        }
        if (asked) {
            learn(arrival, answer.orElseThrow());
        }
        if (waiting.contains(arrival)) {
            approach(arrival);
        }
    }

    private void learn(Arrival arrival, Stretch stretch) {
        RoomChanges page = stretch.page();
        Optional<Membership> ended = stretch.own()
                .filter(own -> !own.isActive() || own.joinedRevision().isAfter(arrival.joined()));
        if (ended.isPresent()) {
            catchUpWithEnd(arrival, ended.get(), page);
        } else if (arrival.cursor().isAfter(page.upTo())) {
            beyondCounter(arrival);
        } else if (arrival.cursor().isAfter(feed.delivered())) {
            arrival.setWithinCounter();
        } else {
            catchUp(arrival, stretch);
        }
    }

    /** The cursor is of another store, or that of a membership is, and then nothing that the session knows is of this one. */
    private static void beyondCounter(Arrival arrival) {
        if (arrival.isResuming()) {
            arrival.reset();
        } else {
            arrival.session().end(EndReason.RESET);
        }
    }

    private void catchUp(Arrival arrival, Stretch stretch) {
        RoomChanges page = LightPage.of(stretch.page());
        crowd.catchUp(arrival, page.changes());
        arrival.moveTo(page.upTo());
        if (page.complete()) {
            feed.learn(stretch);
        }
    }

    /** The membership ended: at its own change, or nobody knows where if another one began since. */
    private void catchUpWithEnd(Arrival arrival, Membership own, RoomChanges page) {
        if (own.joinedRevision().equals(arrival.joined())) {
            List<RoomChange> until = page.changes().stream()
                    .takeWhile(change -> own.revision().isAfter(change.revision()))
                    .toList();
            crowd.catchUp(arrival, until);
        }
        dismiss(arrival);
    }
}
