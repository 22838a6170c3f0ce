package io.chatsphere.bootstrap.process.cluster.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The broken promises, counted; the first of each kind are told in full. Thread-safe. */
public final class Findings {
    private static final int TOLD = 20;

    private final Map<Finding.Kind, Integer> counts = new EnumMap<>(Finding.Kind.class);
    private final List<Finding> told = new ArrayList<>();

    /** Takes one more. */
    public synchronized void add(Finding.Kind kind, String who, Object where, String what) {
        if (counts.merge(kind, 1, Integer::sum) <= TOLD) {
            told.add(new Finding(kind, who, where.toString(), what));
        }
    }

    /** The first of each kind. */
    public synchronized List<Finding> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized String toString() {
        return Arrays.stream(Finding.Kind.values())
                .map(kind -> counts.getOrDefault(kind, 0) + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
