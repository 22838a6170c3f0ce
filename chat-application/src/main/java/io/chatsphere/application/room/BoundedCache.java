package io.chatsphere.application.room;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the most recently used entries, up to a bound. Thread-safe; never locked across I/O. */
final class BoundedCache<K, V> {
    private final Map<K, V> entries;

    BoundedCache(int bound) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > bound;
            }
        };
    }

    /** The entry, or else what {@code read} finds, which is kept. That nothing was found is not kept. */
    Optional<V> find(K key, Function<K, Optional<V>> read) {
        Optional<V> cached = cached(key);
        if (cached.isPresent()) {
            return cached;
        }
        Optional<V> found = read.apply(key);
        found.ifPresent(value -> put(key, value));
        return found;
    }

    synchronized void remove(K key) {
        entries.remove(key);
    }

    synchronized void clear() {
        entries.clear();
    }

    private synchronized Optional<V> cached(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    private synchronized void put(K key, V value) {
        entries.put(key, value);
    }
}
