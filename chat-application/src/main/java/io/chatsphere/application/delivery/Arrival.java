package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.Revision;
import java.util.Optional;

/** A session on its way to a seat. Touched on the feed's turn alone. */
final class Arrival {
    private final LiveSession session;
    private final Revision joined;
    private final boolean found;
    private Revision cursor;
    private Optional<Notice> greeting = Optional.empty();
    private Optional<Notice> behindGreeting = Optional.empty();
    private boolean greeted;
    private boolean reading;

    private Arrival(LiveSession session, Revision joined, boolean found) {
        this.session = session;
        this.joined = joined;
        this.found = found;
        this.cursor = joined;
        this.greeted = found;
    }

    /** A session that found its membership when it opened: it gets what is delivered from now on. */
    static Arrival found(LiveSession session, Revision joined) {
        return new Arrival(session, joined, true);
    }

    /** A session that was open when its membership began: once it was greeted, it gets every change since then. */
    static Arrival admitted(LiveSession session, Revision joined) {
        return new Arrival(session, joined, false);
    }

    LiveSession session() {
        return session;
    }

    /** When the membership began: nothing up to here is for this session. */
    Revision joined() {
        return joined;
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

    /** Whether it waits for what a session that was admitted then is greeted with. */
    boolean awaitsGreeting(LiveSession admitted, Revision at) {
        return !isReady() && session.equals(admitted) && joined.equals(at);
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
