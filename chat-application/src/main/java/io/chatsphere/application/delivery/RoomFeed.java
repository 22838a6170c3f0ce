package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Revision;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Makes the bus exact for one room: delivers each change once and in order to every session that sits here, holds what came
 * too early, and reads what is missing. Plain state: one thread at a time touches it.
 */
final class RoomFeed {
    /** So many early changes are held; with more, all are dropped and read again. */
    static final int MAX_HELD = 256;

    private final Reader reader;
    private final Seats seats = new Seats();
    private final TreeMap<Revision, RoomChange> held = new TreeMap<>();
    private final List<Runnable> waitingForOpen = new ArrayList<>();
    private final List<Delivered> run = new ArrayList<>();
    private Optional<Room> room = Optional.empty();
    private boolean reading;
    private volatile Revision delivered = Revision.ZERO;

    /** Reads the room's changes; the answer comes back on the feed's turn, empty when the store did not give one. */
    @FunctionalInterface
    interface Reader {
        void read(Revision after, Consumer<Optional<RoomChanges>> then);
    }

    /** A change with the revision before it, waiting for the end of the turn. */
    private record Delivered(RoomChange change, Revision prev) {}

    RoomFeed(Reader reader) {
        this.reader = reader;
    }

    /** The last revision that was delivered; may be read from any thread. */
    Revision delivered() {
        return delivered;
    }

    boolean isOpen() {
        return room.isPresent();
    }

    /** The feed begins behind {@code head}, a counter that was read after the bus was followed. */
    void opened(Room details, Revision head) {
        if (isOpen()) {
            return;
        }
        room = Optional.of(details);
        delivered = head;
        List.copyOf(waitingForOpen).forEach(Runnable::run);
        waitingForOpen.clear();
        deliverHeld();
        if (!held.isEmpty()) {
            repair();
        }
    }

    /** Runs {@code step} now, or when the feed has opened. */
    void whenOpen(Runnable step) {
        if (isOpen()) {
            step.run();
        } else {
            waitingForOpen.add(step);
        }
    }

    /** From now on {@code session} gets what is delivered. */
    void attach(LiveSession session) {
        whenOpen(() -> {
            endOfTurn();
            seats.add(session);
        });
    }

    /** {@code session} gets every change behind {@code cursor}: the missed ones are read before it takes its seat. */
    void attach(LiveSession session, Revision cursor) {
        whenOpen(() -> {
            if (cursor.isAfter(delivered) || cursor.equals(delivered)) {
                endOfTurn();
                seats.add(session);
            } else {
                reader.read(cursor, page -> catchUp(session, cursor, page));
            }
        });
    }

    void detach(LiveSession session) {
        endOfTurn();
        seats.remove(session);
    }

    /** Changes came over the bus. */
    void changed(List<RoomChange> changes, Origin origin) {
        changes.forEach(this::accept);
        // Before a local change the missing one may still be on its way from another thread; before a remote one it is
        // committed and its nudge was lost.
        if (isOpen() && !held.isEmpty() && origin == Origin.REMOTE) {
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
            seats.forEach(session -> session.end(EndReason.RESET));
        } else if (isOpen() && head.isAfter(delivered)) {
            repair();
        }
    }

    /** Sends what this turn has delivered: to each session all of it, then one flush. */
    void endOfTurn() {
        if (run.isEmpty()) {
            return;
        }
        List<Delivered> changes = List.copyOf(run);
        run.clear();
        if (!seats.isEmpty()) {
            Map<UserId, List<Delivery>> bySide = new HashMap<>();
            List<Delivery> shared = new ArrayList<>();
            seats.forEach(session ->
                    session.deliver(deliveries(changes, session.caller().user(), shared, bySide)));
        }
    }

    /** In a direct room each side has deliveries of its own; elsewhere all receivers share the same. */
    private List<Delivery> deliveries(
            List<Delivered> changes, UserId viewer, List<Delivery> shared, Map<UserId, List<Delivery>> bySide) {
        if (room.orElseThrow().kind() == RoomKind.DIRECT) {
            return bySide.computeIfAbsent(viewer, side -> deliveriesFor(changes, side));
        }
        if (shared.isEmpty()) {
            shared.addAll(deliveriesFor(changes, viewer));
        }
        return shared;
    }

    private List<Delivery> deliveriesFor(List<Delivered> changes, UserId viewer) {
        List<Delivery> deliveries = new ArrayList<>(changes.size());
        for (Delivered one : changes) {
            deliveries.add(new Delivery(room.orElseThrow(), viewer, one.change(), one.prev()));
        }
        return deliveries;
    }

    private void accept(RoomChange change) {
        if (!isOpen() || change.revision().isAfter(delivered.next())) {
            hold(change);
        } else if (change.revision().isAfter(delivered)) {
            deliver(change);
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
                deliver(next);
            }
        }
    }

    private void deliver(RoomChange change) {
        if (change instanceof RoomChange.OfMembership(var membership, var user) && !membership.isActive()) {
            endOfTurn();
            seats.removeUser(user.id());
        }
        if (change instanceof RoomChange.OfDetails(var details)) {
            endOfTurn();
            room = Optional.of(details);
        }
        run.add(new Delivered(change, delivered));
        delivered = change.revision();
    }

    private void repair() {
        if (!reading) {
            reading = true;
            reader.read(delivered, page -> {
                reading = false;
                page.ifPresent(this::repaired);
            });
        }
    }

    private void repaired(RoomChanges page) {
        learn(page);
        if (!page.complete() || !held.isEmpty()) {
            repair();
        }
    }

    private void learn(RoomChanges page) {
        for (RoomChange change : page.changes()) {
            if (change.revision().isAfter(delivered)) {
                deliver(change);
            }
        }
        deliverHeld();
    }

    private void catchUp(LiveSession session, Revision cursor, Optional<RoomChanges> page) {
        if (page.isEmpty() || !page.get().upTo().isAfter(cursor)) {
            session.end(EndReason.RESET);
            return;
        }
        learn(page.get());
        endOfTurn();
        List<Delivered> missed = new ArrayList<>();
        Revision at = cursor;
        for (RoomChange change : page.get().changes()) {
            missed.add(new Delivered(change, at));
            at = change.revision();
        }
        session.deliver(deliveriesFor(missed, session.caller().user()));
        attach(session, page.get().upTo());
    }
}
