package io.chatsphere.bootstrap.load.audit;

/**
 * What one connection is told of one room, over all times that it is lost and comes back: every message once, in order, and
 * each change behind the one whose revision its {@code prev} names. Follows the rules that the socket's documentation gives to
 * clients, and keeps a few numbers, whatever comes. One thread at a time.
 */
public final class Lifeline {
    private static final long NONE = -1;

    private final String connection;
    private final RoomOrder room;
    private final Findings findings;
    private boolean begun;
    private long start;
    private long cursor;
    private long position;
    /** The revision that came last over the present connection. */
    private long wire = NONE;
    /** Where the resume begins that is not answered yet. */
    private long asked = NONE;

    private boolean restarted;
    private boolean catchingUp;
    private long delivered;
    private long repeated;

    /** What becomes of a change. */
    public enum Taken {
        APPLIED,
        /** It came again, as resuming may bring it; clients drop it. */
        KNOWN,
        /** It came live before what was missed; clients drop it, and it comes again. */
        EARLY
    }

    public Lifeline(String connection, RoomOrder room, Findings findings) {
        this.connection = connection;
        this.room = room;
        this.findings = findings;
    }

    /** The connection's user is now in the room, which is at this revision and this position. */
    public void begin(long revision, long lastPosition) {
        begun = true;
        cursor = revision;
        wire = revision;
        position = lastPosition;
        start = lastPosition;
    }

    public boolean isBegun() {
        return begun;
    }

    /** Where a resume is to begin, which is asked for now. */
    public long ask() {
        asked = cursor;
        restarted = false;
        return asked;
    }

    /** Whether a resume is not answered yet. */
    public boolean isCatchingUp() {
        return asked != NONE;
    }

    /** The connection is another one: nothing came over it. */
    public void reconnected() {
        wire = NONE;
        asked = NONE;
        catchingUp = false;
    }

    /** A change of the room that is no new message. */
    public Taken change(long revision, long prev) {
        boolean follows = wire == NONE || prev == wire;
        boolean resumes = asked != NONE && prev == asked;
        boolean isFault = !follows && (!resumes || restarted);
        restarted |= !follows && resumes;
        catchingUp |= resumes;
        if (isFault) {
            fault(revision, prev);
        }
        wire = revision;
        if (revision <= cursor) {
            repeated++;
            if (!catchingUp && !isFault) {
                add(Fault.DELIVERED_TWICE, "revision " + revision + " came when the cursor was " + cursor);
            }
            return Taken.KNOWN;
        }
        if (prev > cursor && asked != NONE) {
            return Taken.EARLY;
        }
        if (prev > cursor && !isFault) {
            add(Fault.BROKEN_CHAIN, "revision " + revision + " has prev " + prev + " when the cursor was " + cursor);
        }
        cursor = revision;
        return Taken.APPLIED;
    }

    /**
     * A message.
     *
     * @param id a fingerprint of its id
     * @param number of the message; negative for a stranger's
     * @param intact whether its text is as it was sent
     */
    public Taken message(long revision, long prev, long at, long id, int number, boolean intact) {
        room.reach(at);
        if (!intact || !room.agrees(at, id, number)) {
            add(Fault.DELIVERED_ALTERED, "message " + number + " at position " + at);
        }
        Taken taken = change(revision, prev);
        if (taken != Taken.APPLIED) {
            return taken;
        }
        delivered++;
        if (at > position + 1) {
            add(Fault.NOT_DELIVERED, at - position - 1, "positions " + (position + 1) + " to " + (at - 1));
        } else if (at <= position) {
            add(Fault.DELIVERED_OUT_OF_ORDER, "position " + at + " came behind " + position);
        }
        position = Math.max(position, at);
        return taken;
    }

    /** What was missed has come; whether it must be asked for again. */
    public boolean resumed(long revision, boolean complete, boolean reset) {
        if (reset) {
            add(Fault.CURSOR_REFUSED, "cursor " + cursor + " was answered with a reset to " + revision);
            cursor = revision;
        }
        cursor = Math.max(cursor, revision);
        wire = revision;
        asked = NONE;
        catchingUp = false;
        return !complete && !reset;
    }

    /** Everything must have come up to this position; what has not is lost. */
    public void end(long head) {
        if (position < head) {
            add(Fault.NOT_DELIVERED, head - position, "positions " + (position + 1) + " to " + head + ", the last");
        } else if (position > head) {
            add(Fault.DELIVERED_ALTERED, position - head, "positions up to " + position + " of " + head + " stored");
        }
    }

    /** Up to where it was told of the room. */
    public long position() {
        return position;
    }

    /** Messages that it applied. */
    public long delivered() {
        return delivered;
    }

    /** Changes that came again and were dropped. */
    public long repeated() {
        return repeated;
    }

    /** Which position came last before it began. */
    public long start() {
        return start;
    }

    private void fault(long revision, long prev) {
        String what = "revision " + revision + " with prev " + prev + " came behind revision " + wire;
        if (revision == wire) {
            add(Fault.DELIVERED_TWICE, what);
        } else if (revision < wire) {
            add(Fault.DELIVERED_OUT_OF_ORDER, what);
        } else {
            add(Fault.BROKEN_CHAIN, what);
        }
    }

    private void add(Fault fault, String what) {
        add(fault, 1, what);
    }

    private void add(Fault fault, long count, String what) {
        findings.add(fault, count, connection + " in " + room.name() + ": " + what);
    }
}
