package io.chatsphere.domain.message;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;

/**
 * Which part of a room's history is wanted.
 *
 * @param range where it lies
 * @param visibleAfter nothing at or before this position is shown, or counted as more
 * @param includeDeleted whether deleted messages are shown as tombstones; otherwise they are left out
 * @param limit at most so many messages, 1 to 100
 */
public record HistoryQuery(RoomId room, Range range, Position visibleAfter, boolean includeDeleted, int limit) {
    /** The greatest limit. */
    public static final int MAX_LIMIT = 100;

    public HistoryQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ": " + limit);
        }
    }

    /** Where the wanted part lies. */
    public sealed interface Range {
        /**
         * The {@code limit} positions that end {@code offset} positions before the last one, by position arithmetic; where
         * messages were deleted there are fewer messages in it.
         */
        record Offset(long offset) implements Range {
            public Offset {
                if (offset < 0) {
                    throw new IllegalArgumentException("offset is never negative: " + offset);
                }
            }
        }

        /** The last {@code limit} visible messages before a position. */
        record Before(Position position) implements Range {}

        /** The first {@code limit} visible messages behind a position. */
        record After(Position position) implements Range {}
    }
}
