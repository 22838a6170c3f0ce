package io.chatsphere.application.memory.data;

import io.chatsphere.domain.id.Revision;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The counter of a room's or a user's stream, and by which revision each row was last changed. What a row holds is read from
 * its table: it is always the current state.
 *
 * @param <R> what names a row
 */
public final class ChangeStream<R> {
    private final NavigableMap<Revision, R> rows = new TreeMap<>();
    private final Map<R, Revision> revisions = new HashMap<>();
    private Revision head = Revision.ZERO;

    /** The last revision. */
    public Revision head() {
        return head;
    }

    /** A row changes: gives it the next revision, and forgets which one it had. */
    public Revision move(R row) {
        forget(row);
        head = head.next();
        revisions.put(row, head);
        rows.put(head, row);
        return head;
    }

    /** A row is gone; the counter stays. */
    public void forget(R row) {
        Optional.ofNullable(revisions.remove(row)).ifPresent(rows::remove);
    }

    /** The rows that were last changed behind a revision, oldest change first. */
    public Stream<R> behind(Revision after) {
        return rows.tailMap(after, false).values().stream();
    }
}
