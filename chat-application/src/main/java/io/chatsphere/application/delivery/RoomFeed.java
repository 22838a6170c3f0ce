package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.RoomChanges;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Room;
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
    private final Fanout fanout = new Fanout();
    private final TreeMap<Revision, RoomChange> held = new TreeMap<>();
    private final List<Runnable> waitingForOpen = new ArrayList<>();
    /** Sessions on their way to a seat, each with the revision behind which it gets changes. */
    private final Map<LiveSession, Revision> arriving = new HashMap<>();

    private volatile Optional<Room> room = Optional.empty();
    private volatile Revision delivered = Revision.ZERO;
    private boolean reading;

    /** Reads the room's changes; the answer comes back on the feed's turn, empty when the store did not give one. */
    @FunctionalInterface
    interface Reader {
        void read(Revision after, Consumer<Optional<RoomChanges>> then);
    }

    RoomFeed(Reader reader) {
        this.reader = reader;
    }

    /** The last revision that was delivered; may be read from any thread. */
    Revision delivered() {
        return delivered;
    }

    /** Whether the feed knows where it begins; may be asked from any thread. */
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
        waitingForOpen.forEach(Runnable::run);
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

    /** From now on, or from when the feed opens, {@code session} gets what is delivered. */
    void attach(LiveSession session) {
        arriving.put(session, Revision.ZERO);
        whenOpen(() -> seat(session));
    }

    /** {@code session} gets every change behind {@code cursor}: the missed ones are read before it takes its seat. */
    void attach(LiveSession session, Revision cursor) {
        arriving.put(session, cursor);
        whenOpen(() -> approach(session));
    }

    void detach(LiveSession session) {
        endOfTurn();
        if (arriving.remove(session) == null) {
            fanout.seats().remove(session);
        }
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
            fanout.seats().forEach(session -> session.end(EndReason.RESET));
        } else if (isOpen() && head.isAfter(delivered)) {
            repair();
        }
    }

    /** Sends what this turn has delivered. */
    void endOfTurn() {
        room.ifPresent(fanout::flush);
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
        seatThoseBehind(change.revision());
        if (change instanceof RoomChange.OfMembership(var membership, var user) && !membership.isActive()) {
            removeUser(user.id(), change.revision());
        }
        if (change instanceof RoomChange.OfDetails(var details)) {
            endOfTurn();
            room = Optional.of(details);
        }
        fanout.add(change, delivered);
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

    /** Who was removed gets neither this change nor a later one, unless they were let in again behind it. */
    private void removeUser(UserId user, Revision removed) {
        endOfTurn();
        fanout.seats().removeUser(user);
        arriving.entrySet()
                .removeIf(entry -> entry.getKey().caller().user().equals(user) && removed.isAfter(entry.getValue()));
    }

    private void seat(LiveSession session) {
        if (arriving.remove(session) != null && !session.isOver()) {
            endOfTurn();
            fanout.seats().add(session);
        }
    }

    /** A membership may be known here before the changes that led to it: its session takes its seat when they are through. */
    private void seatThoseBehind(Revision next) {
        if (!arriving.isEmpty()) {
            arriving.entrySet().stream()
                    .filter(entry -> !entry.getValue().equals(Revision.ZERO))
                    .filter(entry -> !delivered.isAfter(entry.getValue()) && next.isAfter(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(this::seat);
        }
    }

    private void approach(LiveSession session) {
        Revision cursor = arriving.get(session);
        if (cursor == null) {
            return;
        }
        if (delivered.isAfter(cursor)) {
            reader.read(cursor, page -> catchUp(session, page));
        } else if (delivered.equals(cursor)) {
            seat(session);
        }
    }

    private void catchUp(LiveSession session, Optional<RoomChanges> page) {
        Revision cursor = arriving.get(session);
        if (cursor == null) {
            return;
        }
        if (page.isEmpty() || !page.get().upTo().isAfter(cursor)) {
            arriving.remove(session);
            session.end(EndReason.RESET);
            return;
        }
        learn(page.get());
        endOfTurn();
        if (arriving.containsKey(session)) {
            Fanout.catchUp(session, room.orElseThrow(), cursor, page.get().changes());
            arriving.put(session, page.get().upTo());
            approach(session);
        }
    }
}
