package io.chatsphere.application.memory;

import io.chatsphere.domain.limit.RateKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Budgets that are not whole, by when they will be; so many at most. Guarded by the limiter's lock. */
final class SpentBudgets {
    private static final Comparator<Entry> SOONEST_FIRST =
            Comparator.comparingLong(Entry::wholeAt).thenComparingLong(Entry::number);

    private final Map<RateKey, Entry> byKey = new HashMap<>();
    private final NavigableSet<Entry> bySoonest = new TreeSet<>(SOONEST_FIRST);
    private final int max;
    private long numbers;

    private record Entry(RateKey key, long wholeAt, long number) {}

    SpentBudgets(int max) {
        this.max = max;
    }

    /** When the budget will be whole; empty if it is. */
    OptionalLong wholeAt(RateKey key) {
        Entry entry = byKey.get(key);
        return entry == null ? OptionalLong.empty() : OptionalLong.of(entry.wholeAt());
    }

    void put(RateKey key, long wholeAt) {
        remove(key);
        Entry entry = new Entry(key, wholeAt, numbers++);
        byKey.put(key, entry);
        bySoonest.add(entry);
        if (byKey.size() > max) {
            remove(bySoonest.first().key());
        }
    }

    void remove(RateKey key) {
        Optional.ofNullable(byKey.remove(key)).ifPresent(bySoonest::remove);
    }

    /** Forgets the budgets that are whole at {@code now}. */
    void forgetWhole(long now) {
        while (!bySoonest.isEmpty() && bySoonest.first().wholeAt() <= now) {
            remove(bySoonest.first().key());
        }
    }

    int size() {
        return byKey.size();
    }
}
