package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.room.Membership;
import java.util.Optional;

/** A session on its way to a seat. Touched on the feed's turn alone. */
final class Arrival {
    /** So many pages of what it missed are delivered before the client is to ask again: a thousand changes. */
    private static final int MOST_PAGES = 5;

    private final LiveSession session;
    private final Revision joined;
    private final Revision userRevision;
    private boolean anywhere;
    private boolean unchecked;
    private boolean greeted;
    private Optional<Notice> greeting = Optional.empty();
    private Optional<Notice> behindGreeting = Optional.empty();
    private Revision cursor;
    private boolean reading;
    private Optional<Resumption> resumption = Optional.empty();

    /** What a client asked for. */
    private static final class Resumption {
        boolean withinCounter;
        boolean paused;
        int pages;
    }

    private Arrival(LiveSession session, Revision joined, Revision userRevision) {
        this.session = session;
        this.joined = joined;
        this.userRevision = userRevision;
        this.cursor = joined;
    }

    /** A session that found its membership when it opened: it gets what is delivered from now on. */
    static Arrival found(LiveSession session, Membership membership) {
        Arrival arrival = new Arrival(session, membership.joinedRevision(), membership.userRevision());
        arrival.anywhere = true;
        arrival.unchecked = true;
        arrival.greeted = true;
        return arrival;
    }

    /** A session that was open when its membership began: once it was greeted, it gets every change since then. */
    static Arrival admitted(LiveSession session, Membership membership) {
        return new Arrival(session, membership.joinedRevision(), membership.userRevision());
    }

    /** A session that gave up its seat, to be resumed. */
    static Arrival back(Seat seat) {
        Arrival arrival = new Arrival(seat.session(), seat.joined(), seat.userRevision());
        arrival.greeted = true;
        return arrival;
    }

    LiveSession session() {
        return session;
    }

    /** When the membership began: nothing up to here is for this session. */
    Revision joined() {
        return joined;
    }

    /** Whether the session came by a state of its user that is older than {@code revision}. */
    boolean isOlderThan(Revision revision) {
        return revision.isAfter(userRevision);
    }

    /** Whether what the session found when it opened is still to be held against who is a member by now. */
    boolean isToBeChecked() {
        return unchecked;
    }

    /** The session is a member. Who is removed from now on is removed from here, too. */
    void checked() {
        unchecked = false;
    }

    /**
     * The client asks for what it missed behind {@code from}. Empty means that nobody can tell, and so does a revision before
     * the membership.
     */
    void resume(Optional<Revision> from) {
        Optional<Revision> usable = from.filter(revision -> greeted && !joined.isAfter(revision));
        resumption = Optional.of(new Resumption());
        anywhere = usable.isEmpty();
        cursor = usable.orElse(joined);
    }

    /** The cursor is not one of this room's: it means nothing here. */
    void reset() {
        resume(Optional.empty());
    }

    /** Whether it goes on from whatever is delivered, rather than from its cursor. */
    boolean startsAnywhere() {
        return anywhere;
    }

    /** Whether the client asked for what it missed. */
    boolean isResuming() {
        return resumption.isPresent();
    }

    /** The last revision that the session needs nothing more of. */
    Revision cursor() {
        return cursor;
    }

    /** A page of what it missed, up to {@code revision}, was delivered to it. */
    void moveTo(Revision revision) {
        cursor = revision;
        resumption.ifPresent(asked -> asked.pages++);
    }

    /** Whether its cursor was found to be within the room's counter. */
    boolean isWithinCounter() {
        return resumption.map(asked -> asked.withinCounter).orElse(true);
    }

    void setWithinCounter() {
        resumption.ifPresent(asked -> asked.withinCounter = true);
    }

    /** Whether it has been delivered so much that its client is to ask again. */
    boolean hadEnough() {
        return resumption.map(asked -> asked.pages >= MOST_PAGES).orElse(false);
    }

    /** Tells the client to ask again, which it waits for. */
    void pause(Notice askAgain) {
        resumption.ifPresent(asked -> asked.paused = true);
        session.notice(askAgain);
    }

    /** Whether changes that it missed are being read, or are to be. */
    boolean isReading() {
        return reading;
    }

    void setReading(boolean now) {
        reading = now;
    }

    /** Whether the session knows of the room. */
    boolean isGreeted() {
        return greeted;
    }

    /** Whether it may take a seat, or has to wait for what it is greeted with, or for its client to ask again. */
    boolean isReady() {
        return (greeted || greeting.isPresent())
                && resumption.map(asked -> !asked.paused).orElse(true);
    }

    /** Whether it waits for what a session that was admitted so is greeted with. */
    boolean awaitsGreeting(LiveSession admitted, Membership by) {
        return !greeted
                && greeting.isEmpty()
                && session.equals(admitted)
                && joined.equals(by.joinedRevision())
                && userRevision.equals(by.userRevision());
    }

    void setGreeting(Notice notice) {
        greeting = Optional.of(notice);
    }

    /** Keeps the last notice about the room until the session knows of it. */
    void keepBehindGreeting(Notice notice) {
        behindGreeting = Optional.of(notice);
    }

    /** Tells the session of the room, once. */
    void greet() {
        if (!greeted) {
            greeted = true;
            greeting.ifPresent(session::notice);
            behindGreeting.ifPresent(session::notice);
        }
    }

    /** The seat that it takes. */
    Seat seat() {
        return new Seat(session, joined, userRevision);
    }
}
