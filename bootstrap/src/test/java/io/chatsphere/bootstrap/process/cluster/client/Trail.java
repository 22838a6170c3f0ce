package io.chatsphere.bootstrap.process.cluster.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one client got of one chat, over all its connections. */
public final class Trail {
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Long> dropped = new ArrayList<>();
    private boolean open;

    /** What the client did with a change. */
    public enum Taken {
        APPLIED,
        KNOWN,
        BEHIND_A_GAP
    }

    /** The client's cursor; none if it does not know the chat, or no longer. */
    Optional<Long> cursor() {
        return open ? Optional.of(stretches.getLast().cursor()) : Optional.empty();
    }

    /** Whether the client knows the chat. */
    public boolean isOpen() {
        return open;
    }

    /** What it applied, in the order in which it did. */
    public List<Stretch> stretches() {
        return stretches;
    }

    /** Revisions of changes that came although they were known. */
    public List<Long> dropped() {
        return dropped;
    }

    /** A new cursor begins here. */
    public void begin(long revision) {
        stretches.add(new Stretch(revision));
        open = true;
    }

    /** The client does not know the chat any more. */
    public void end() {
        open = false;
    }

    void moveTo(long revision) {
        if (open) {
            stretches.getLast().moveTo(revision);
        }
    }

    /** The three rules of a client; without a cursor it takes the first frame's {@code prev}. */
    public Taken take(Step step) {
        if (!open) {
            begin(step.prev());
        }
        Stretch stretch = stretches.getLast();
        if (step.revision() <= stretch.cursor()) {
            dropped.add(step.revision());
            return Taken.KNOWN;
        }
        if (step.prev() > stretch.cursor()) {
            return Taken.BEHIND_A_GAP;
        }
        stretch.apply(step);
        return Taken.APPLIED;
    }
}
