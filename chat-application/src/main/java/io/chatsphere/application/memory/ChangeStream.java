package io.chatsphere.application.memory;

import io.chatsphere.domain.id.Revision;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The counter of a room's or a user's stream and what changed at which revision. Guarded by the store's lock.
 *
 * @param <C> what a change is
 */
final class ChangeStream<C> {
    private final NavigableMap<Revision, C> changes = new TreeMap<>();
    private Revision head = Revision.ZERO;

    /** The last revision. */
    Revision head() {
        return head;
    }

    /** Adds the next change, whose revision must be the one behind {@link #head()}. */
    void add(Revision revision, C change) {
        if (!revision.equals(head.next())) {
            throw new IllegalArgumentException("revision " + revision.value() + " does not follow " + head.value());
        }
        changes.put(revision, change);
        head = revision;
    }

    /** The changes behind a revision, oldest first. */
    Stream<C> behind(Revision after) {
        return changes.tailMap(after, false).values().stream();
    }
}
