package io.chatsphere.bootstrap.load.run;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What happened, and how often. Thread-safe. */
public final class Counters {
    /** What is counted by itself. */
    public enum Event {
        /** Messages that were sent again, since no answer had come or the answer was to wait. */
        SENT_AGAIN,
        ACKNOWLEDGED,
        /** Messages that a connection had not been told of before. */
        DELIVERED,
        /** Frames about other rooms than those of the run. */
        ELSEWHERE,
        CONNECTED,
        CONNECT_FAILED,
        CUT_BY_CHURN,
        CAME_BACK,
        SILENT,
        TOKEN_RENEWED,
        UNREADABLE
    }

    static final int WITHOUT_CODE = 1006;

    private final Map<Event, LongAdder> events = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> closes = new ConcurrentHashMap<>();

    public Counters() {
        for (Event event : Event.values()) {
            events.put(event, new LongAdder());
        }
    }

    void add(Event event) {
        counter(event).increment();
    }

    /** How often it happened so far. */
    public long count(Event event) {
        return counter(event).sum();
    }

    void error(String code) {
        errors.computeIfAbsent(code, any -> new LongAdder()).increment();
    }

    /** A connection that ended without a code is counted by the reason. */
    void close(int code, String reason) {
        String name = code == WITHOUT_CODE ? (code + " " + reason).strip() : Integer.toString(code);
        closes.computeIfAbsent(name, any -> new LongAdder()).increment();
    }

    /** Error frames by their code. */
    public Map<String, Long> errors() {
        return sums(errors);
    }

    /** Connections that ended without the tester's doing, by their close code, 1006 with the reason. */
    public Map<String, Long> closes() {
        return sums(closes);
    }

    private LongAdder counter(Event event) {
        return events.computeIfAbsent(event, any -> new LongAdder());
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counters) {
        Map<String, Long> sums = new TreeMap<>();
        counters.forEach((name, counter) -> sums.put(name, counter.sum()));
        return sums;
    }
}
