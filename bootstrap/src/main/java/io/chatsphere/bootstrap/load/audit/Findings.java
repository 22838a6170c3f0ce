package io.chatsphere.bootstrap.load.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All faults found: counted, with a few examples of each, however many there are. Thread-safe. */
public final class Findings {
    private static final int EXAMPLES = 5;

    private final Map<Fault, Tally> tallies = new EnumMap<>(Fault.class);

    /** How often, and such as. */
    public record Found(Fault fault, long count, List<String> examples) {}

    private static final class Tally {
        private long count;
        private final List<String> examples = new ArrayList<>();
    }

    /** One more. */
    public void add(Fault fault, String example) {
        add(fault, 1, example);
    }

    /** So many more of the same, of which one sentence tells. */
    public synchronized void add(Fault fault, long count, String example) {
        Tally tally = tallies.computeIfAbsent(fault, any -> new Tally());
        tally.count += count;
        if (tally.examples.size() < EXAMPLES) {
            tally.examples.add(example);
        }
    }

    /** Whether there are none. */
    public synchronized boolean isEmpty() {
        return tallies.isEmpty();
    }

    /** What was found so far, in the order of {@link Fault}. */
    public synchronized List<Found> all() {
        return tallies.entrySet().stream()
                .map(entry -> new Found(entry.getKey(), entry.getValue().count, List.copyOf(entry.getValue().examples)))
                .toList();
    }
}
