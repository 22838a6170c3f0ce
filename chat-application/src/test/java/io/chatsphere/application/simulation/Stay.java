package io.chatsphere.application.simulation;

import io.chatsphere.domain.id.Position;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What one session was told of one room that it is in. */
final class Stay {
    /** Stands for a cursor that is of another life of the store. */
    static final long FOREIGN = -1;

    private final Set<Long> seen = new HashSet<>();
    private Optional<Long> cursor = Optional.empty();
    private Optional<Ask> asked = Optional.empty();
    private long since;
    private boolean silent;
    private boolean stretch;
    private boolean early;
    Optional<Position> mark = Optional.empty();
    Optional<Position> expectedMark = Optional.empty();

    /**
     * That the client asked for what it missed.
     *
     * @param mayReset whether its cursor means nothing here
     */
    record Ask(long cursor, boolean mayReset) {}

    /** A session that finds itself in the room. */
    static Stay found() {
        return new Stay();
    }

    /**
     * A session that was told of the room.
     *
     * @param asked whether the client asked for what it missed before: that may have been for nothing
     */
    static Stay added(long joined, boolean asked) {
        Stay stay = new Stay();
        stay.restart(joined);
        stay.early = asked;
        return stay;
    }

    /** The session must be told of everything behind this. */
    void connected(long head) {
        since = head;
    }

    void ask(Ask ask) {
        asked = Optional.of(ask);
        stretch = silent;
    }

    /** Takes a change in its place; gives what is wrong with it. */
    Optional<String> deliver(long prev, long revision) {
        Optional<String> fault = Optional.empty();
        boolean begins = asked.filter(ask -> ask.cursor() == prev).isPresent();
        if (cursor.filter(known -> revision <= known).isPresent()) {
            stretch |= begins;
            fault = begins ? fault : Optional.of("was shown again");
        } else if (cursor.filter(known -> prev > known).isPresent() && !begins) {
            fault = Optional.of("has a gap before");
        } else if (silent && asked.isEmpty()) {
            fault = Optional.of("has not asked again for");
        }
        cursor = Optional.of(revision);
        seen.add(revision);
        return fault;
    }

    /** Whether what is delivered now is certainly what was missed, and not live. */
    boolean isStretch() {
        return stretch;
    }

    /** The client was told that it is resumed; gives what is wrong with that. */
    Optional<String> resumed(long revision, boolean complete, boolean reset) {
        if (asked.isEmpty() && early && reset && complete) {
            early = false;
            restart(revision);
            return Optional.empty();
        }
        if (asked.isEmpty()) {
            return Optional.of("is resumed without having asked");
        }
        Ask ask = asked.get();
        boolean fits = reset
                ? ask.mayReset()
                : cursor.filter(known -> known == revision).isPresent() || (!stretch && ask.cursor() == revision);
        asked = Optional.empty();
        stretch = false;
        silent = !complete;
        if (reset) {
            seen.clear();
            restart(revision);
        } else {
            cursor = Optional.of(revision);
            since = ask.cursor();
        }
        return fits ? Optional.empty() : Optional.of(reset ? "was reset without need" : "is resumed elsewhere than");
    }

    /** What it should know by now and does not. */
    Optional<String> missing(RoomLog log, long joined) {
        if (silent || asked.isPresent()) {
            return Optional.of("was not resumed");
        }
        return log.lastBehind(Math.max(joined, since)).stream()
                .filter(revision -> !seen.contains(revision))
                .findFirst()
                .map(revision -> "missed a change: " + revision);
    }

    private void restart(long revision) {
        since = revision;
        cursor = Optional.of(revision);
    }
}
