package io.chatsphere.application.simulation;

import io.chatsphere.domain.delivery.Epoch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a device knows of a room: everything of this life of the store up to its cursor, as it was told of it or as it fetched it. */
final class KnownRoom {
    private final Epoch epoch;
    private final Set<Long> applied = new HashSet<>();
    private long fetched;
    private long cursor;
    private boolean asking;

    /** Begins with what was fetched, or with what the first frame says. */
    KnownRoom(Epoch epoch, long cursor) {
        this.epoch = epoch;
        this.fetched = cursor;
        this.cursor = cursor;
    }

    Epoch epoch() {
        return epoch;
    }

    long cursor() {
        return cursor;
    }

    boolean isAsking() {
        return asking;
    }

    void setAsking(boolean now) {
        asking = now;
    }

    /** Whether this is what comes next: what is known is dropped, and before what comes later something is missing. */
    boolean fits(long prev, long revision) {
        return prev <= cursor && revision > cursor;
    }

    boolean isGap(long prev) {
        return prev > cursor;
    }

    void apply(long revision) {
        applied.add(revision);
        cursor = revision;
    }

    /** A membership began here: what was before is none of it. */
    void begin(long joined) {
        if (joined > cursor) {
            cursor = joined;
            fetched = joined;
        }
    }

    /** What is missing of what came behind what was fetched and behind where the membership began. */
    List<Long> missing(RoomLog log, long joined) {
        return log.lastBehind(Math.max(joined, fetched)).stream()
                .filter(revision -> !applied.contains(revision))
                .toList();
    }

    @Override
    public String toString() {
        return "fetched " + fetched + ", cursor " + cursor;
    }
}
