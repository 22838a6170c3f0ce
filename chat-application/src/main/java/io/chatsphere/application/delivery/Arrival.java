package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.room.Membership;
import java.util.Optional;

/** A session on its way to a seat. Touched on the feed's turn alone. */
final class Arrival {
    private final LiveSession session;
    private final Membership membership;
    private final boolean found;
    private Revision cursor;
    private Optional<Notice> greeting = Optional.empty();
    private Optional<Notice> behindGreeting = Optional.empty();
    private boolean greeted;
    private boolean reading;

    private Arrival(LiveSession session, Membership membership, boolean found) {
        this.session = session;
        this.membership = membership;
        this.found = found;
        this.cursor = membership.joinedRevision();
        this.greeted = found;
    }

    /** A session that found its membership when it opened: it gets what is delivered from now on. */
    static Arrival found(LiveSession session, Membership membership) {
        return new Arrival(session, membership, true);
    }

    /** A session that was open when its membership began: once it was greeted, it gets every change since then. */
    static Arrival admitted(LiveSession session, Membership membership) {
        return new Arrival(session, membership, false);
    }

    LiveSession session() {
        return session;
    }

    /** When the membership began: nothing up to here is for this session. */
    Revision joined() {
        return membership.joinedRevision();
    }

    /** Whether the session came by a state of its user that is older than {@code userRevision}. */
    boolean isOlderThan(Revision userRevision) {
        return userRevision.isAfter(membership.userRevision());
    }

    boolean isFound() {
        return found;
    }

    /** The last revision that the session needs nothing more of. */
    Revision cursor() {
        return cursor;
    }

    void moveTo(Revision revision) {
        cursor = revision;
    }

    /** Whether changes that it missed are being read. */
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

    /** Whether it may take a seat, or has to wait for what it is greeted with. */
    boolean isReady() {
        return greeted || greeting.isPresent();
    }

    /** Whether it waits for what a session that was admitted so is greeted with. */
    boolean awaitsGreeting(LiveSession admitted, Membership by) {
        return !isReady() && session.equals(admitted) && membership.equals(by);
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
}
