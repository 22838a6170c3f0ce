package io.chatsphere.domain.id;

/**
 * The number of a message in its room: 1, 2, 3 … without holes, in commit order. Order, paging and unread counts rest on it.
 * {@link #NONE} is before the first message.
 */
public record Position(long value) implements Comparable<Position> {
    /** Before the first message. */
    public static final Position NONE = new Position(0);

    public Position {
        if (value < 0) {
            throw new IllegalArgumentException("a position is never negative: " + value);
        }
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(value, other.value);
    }
}
