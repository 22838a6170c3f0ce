package io.chatsphere.application.simulation;

import java.util.HashMap;
import java.util.Map;

/** Counts what happened, by kind: what never came was never tested. */
public final class Tally {
    private final Map<Object, Long> counts = new HashMap<>();

    public void add(Object kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    public void add(Tally other) {
        other.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
    }

    public long of(Object kind) {
        return counts.getOrDefault(kind, 0L);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
