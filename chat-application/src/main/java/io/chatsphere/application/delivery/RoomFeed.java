package io.chatsphere.application.delivery;

import io.chatsphere.application.delivery.Delivery.Step;
import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Makes the bus exact for one room: delivers each change once and in order to its {@link RoomCrowd}, holds what came too early,
 * and reads what is missing. Plain state: one thread at a time touches it.
 */
final class RoomFeed {
    /** So many early changes are held; with more, all are dropped and read again. */
    static final int MAX_HELD = 256;

    private final Reader reader;
    private final RoomCrowd crowd;
    private final TreeMap<Revision, RoomChange> held = new TreeMap<>();
    private final List<Runnable> waitingForOpen = new ArrayList<>();
    private final Deferred deferred = new Deferred();

    private volatile boolean open;
    private volatile Revision delivered = Revision.ZERO;
    private volatile Position lastPosition = Position.NONE;
    private boolean reading;

    /** Reads the room's changes; the answer comes back on the feed's turn, empty when the store did not give one. */
    @FunctionalInterface
    interface Reader {
        /** Reads what is behind {@code after}: for {@code reader}, or if that is empty for all who are here. */
        void read(Revision after, Optional<UserId> reader, Consumer<Optional<Stretch>> then);
    }

    /** @param later runs its steps on the feed's turn */
    RoomFeed(Reader reader, Later later) {
        this.reader = reader;
        this.crowd = new RoomCrowd(this, later);
    }

    /** Who is here. */
    RoomCrowd crowd() {
        return crowd;
    }

    /** The last revision that was delivered; may be read from any thread. */
    Revision delivered() {
        return delivered;
    }

    /** The last position that was delivered, if any was; may be read from any thread. */
    Optional<Position> lastPosition() {
        return Optional.of(lastPosition).filter(position -> !position.equals(Position.NONE));
    }

    /** Whether the feed knows where it begins; may be asked from any thread. */
    boolean isOpen() {
        return open;
    }

    /** The feed begins behind {@code head}, a counter that was read after the bus was followed and before the room was. */
    void opened(RoomAccess access, Revision head) {
        if (open) {
            return;
        }
        open = true;
        delivered = head;
        crowd.opened(access);
        deferred.runBefore(head.next());
        crowd.letIn();
        List<Runnable> steps = List.copyOf(waitingForOpen);
        waitingForOpen.clear();
        steps.forEach(Runnable::run);
        deliverHeld();
        if (!held.isEmpty()) {
            repair();
        }
    }

    /** Runs {@code step} now, or when the feed has opened. */
    void whenOpen(Runnable step) {
        if (open) {
            step.run();
        } else {
            waitingForOpen.add(step);
        }
    }

    /** Runs {@code step} now, or when the feed has delivered {@code revision}, before it delivers anything behind that. */
    void whenDelivered(Revision revision, Runnable step) {
        if (open && !revision.isAfter(delivered)) {
            step.run();
        } else {
            deferred.add(revision, step);
        }
    }

    /** Changes came over the bus. */
    void changed(List<RoomChange> changes, Origin origin) {
        changes.forEach(this::accept);
        // Before a local change the missing one may still be on its way from another thread; before a remote one it is
        // committed and its nudge was lost.
        if (open && !held.isEmpty() && origin == Origin.REMOTE) {
            repair();
        }
    }

    /**
     * The sweep read the room's counter.
     *
     * @param before what was delivered when it began to read
     */
    void swept(Revision head, Revision before) {
        if (before.isAfter(head)) {
            startAnew();
            deferred.runAll();
        } else if (open && head.isAfter(delivered)) {
            repair();
        }
    }

    /** Sends what this turn has delivered. */
    void endOfTurn() {
        crowd.flush();
    }

    /** Reads the changes behind {@code after} for a user; from any thread. */
    void readFor(UserId user, Revision after, Consumer<Optional<Stretch>> then) {
        reader.read(after, Optional.of(user), then);
    }

    /** Delivers what a stretch, which must be one to be trusted, says beyond what was delivered. */
    void learn(Stretch stretch) {
        crowd.beforeStretch(stretch, delivered);
        Revision known = delivered;
        for (RoomChange change : stretch.page().changes()) {
            if (change.revision().isAfter(delivered)) {
                deliver(new Step(change, delivered, known));
            }
        }
        deliverHeld();
    }

    private void accept(RoomChange change) {
        if (!open || change.revision().isAfter(delivered.next())) {
            hold(change);
        } else if (change.revision().isAfter(delivered)) {
            deliver(new Step(change, delivered));
            deliverHeld();
        }
    }

    private void hold(RoomChange change) {
        held.put(change.revision(), change);
        if (held.size() > MAX_HELD) {
            held.clear();
            whenOpen(this::repair);
        }
    }

    private void deliverHeld() {
        while (!held.isEmpty() && !held.firstKey().isAfter(delivered.next())) {
            RoomChange next = held.pollFirstEntry().getValue();
            if (next.revision().isAfter(delivered)) {
                deliver(new Step(next, delivered));
            }
        }
    }

    private void deliver(Step step) {
        RoomChange change = step.change();
        letThrough(change.revision());
        crowd.take(step);
        if (change instanceof RoomChange.OfMessage(var message)
                && message.position().compareTo(lastPosition) > 0) {
            lastPosition = message.position();
        }
        delivered = change.revision();
        letThrough(delivered.next());
    }

    /** Does what is to be done before {@code next}: who leaves there goes, then who comes there takes a seat. */
    private void letThrough(Revision next) {
        deferred.runBefore(next);
        crowd.seatBefore(next);
    }

    /** Reads what lies behind what was delivered. */
    void repair() {
        if (!reading) {
            reading = true;
            reader.read(delivered, Optional.empty(), answer -> {
                reading = false;
                answer.ifPresent(this::repaired);
            });
        }
    }

    private void repaired(Stretch stretch) {
        if (stretch.membersAhead()) {
            startAnew();
            return;
        }
        Revision before = delivered;
        learn(stretch);
        // What is held beyond a counter that is behind it, as after a restore, is not there to be read: the sweep
        // judges.
        if (!stretch.page().complete() || (!held.isEmpty() && delivered.isAfter(before))) {
            repair();
        }
    }

    /** What was delivered is no ground to go on from: all sessions start anew, and the feed at a counter that is read anew. */
    private void startAnew() {
        open = false;
        lastPosition = Position.NONE;
        held.clear();
        crowd.reset();
    }
}
