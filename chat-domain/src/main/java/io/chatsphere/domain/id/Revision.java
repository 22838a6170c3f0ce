package io.chatsphere.domain.id;

/**
 * The number of a committed change in its stream, a room's or a user's: 1, 2, 3 … without holes, in commit order. Live order,
 * gap detection and resuming rest on it. {@link #ZERO} is before the first change.
 */
public record Revision(long value) implements Comparable<Revision> {
    /** Before the first change. */
    public static final Revision ZERO = new Revision(0);

    public Revision {
        if (value < 0) {
            throw new IllegalArgumentException("a revision is never negative: " + value);
        }
    }

    /** The one behind this. */
    public Revision next() {
        return new Revision(value + 1);
    }

    /** Whether this comes behind {@code other}. */
    public boolean isAfter(Revision other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Revision other) {
        return Long.compare(value, other.value);
    }
}
