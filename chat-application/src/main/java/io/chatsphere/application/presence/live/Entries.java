package io.chatsphere.application.presence.live;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The entries of one kind that this node wants in the registry, those that will go unless somebody comes back, and those that
 * are not written yet. Writing again does no harm, so whatever failed is written once more. Not thread-safe.
 */
final class Entries<K> {
    /** So many go into one call. */
    private static final int RUN = 1_000;

    private final Set<K> wanted = new HashSet<>();
    private final Set<K> unwritten = new LinkedHashSet<>();
    private final SequencedMap<K, Long> leaving = new LinkedHashMap<>();

    /** Where entries of this kind are written. */
    interface Book<K> {
        void add(Collection<K> keys);

        void remove(Collection<K> keys);
    }

    void add(K key) {
        leaving.remove(key);
        wanted.add(key);
        unwritten.add(key);
    }

    void remove(K key) {
        leaving.remove(key);
        if (wanted.remove(key)) {
            unwritten.add(key);
        }
    }

    /** Removes the entry at {@code time} unless it is added before; no earlier than the last one that was to leave. */
    void removeAt(K key, long time) {
        if (wanted.contains(key)) {
            leaving.putLast(key, time);
        }
    }

    /** Removes what was to leave by now. */
    void leave(long now) {
        while (!leaving.isEmpty() && leaving.firstEntry().getValue() - now <= 0) {
            remove(leaving.firstEntry().getKey());
        }
    }

    /** The registry may have lost everything. */
    void rewrite() {
        unwritten.addAll(wanted);
    }

    /** What this node wants there. */
    Set<K> wanted() {
        return Collections.unmodifiableSet(wanted);
    }

    /** Writes what is not written. Where the book throws, the rest stays unwritten. */
    void write(Book<K> book) {
        while (!unwritten.isEmpty()) {
            List<K> run = unwritten.stream().limit(RUN).toList();
            List<K> added = run.stream().filter(wanted::contains).toList();
            List<K> removed = run.stream().filter(key -> !wanted.contains(key)).toList();
            if (!added.isEmpty()) {
                book.add(added);
                added.forEach(unwritten::remove);
            }
            if (!removed.isEmpty()) {
                book.remove(removed);
                removed.forEach(unwritten::remove);
            }
        }
    }
}
