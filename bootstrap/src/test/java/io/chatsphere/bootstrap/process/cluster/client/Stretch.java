package io.chatsphere.bootstrap.process.cluster.client;

import java.util.ArrayList;
import java.util.List;

/** An unbroken stretch of a room's changes as one client applied them, from a revision that it was told to begin at. */
public final class Stretch {
    private final long start;
    private final List<Step> steps = new ArrayList<>();
    private long cursor;

    Stretch(long start) {
        this.start = start;
        this.cursor = start;
    }

    /** The revision that it was told to begin at. */
    public long start() {
        return start;
    }

    /** The client knows everything up to here. */
    public long cursor() {
        return cursor;
    }

    /** What was applied, by ascending revision. */
    public List<Step> steps() {
        return steps;
    }

    void apply(Step step) {
        steps.add(step);
        cursor = step.revision();
    }

    void moveTo(long revision) {
        cursor = Math.max(cursor, revision);
    }
}
