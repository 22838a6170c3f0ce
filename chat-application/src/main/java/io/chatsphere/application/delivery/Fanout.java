package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands what a room's feed delivers to the sessions that sit in the room: everything of one turn together, so that a session
 * can send it at once. Touched on the feed's turn alone.
 */
final class Fanout {
    private final Seats seats = new Seats();
    private final List<Step> run = new ArrayList<>();

    /** A change and the revision that was delivered before it. */
    private record Step(RoomChange change, Revision prev) {}

    Seats seats() {
        return seats;
    }

    /** Takes a change that everybody here gets with {@link #flush}. */
    void add(RoomChange change, Revision prev) {
        run.add(new Step(change, prev));
    }

    /** Sends what was taken: to each session all of it. In a direct room each side has deliveries of its own. */
    void flush(Room room) {
        if (run.isEmpty()) {
            return;
        }
        List<Step> steps = List.copyOf(run);
        run.clear();
        if (seats.isEmpty()) {
            return;
        }
        if (room.kind() == RoomKind.DIRECT) {
            Map<UserId, List<Delivery>> bySide = new HashMap<>();
            seats.forEach(session ->
                    session.deliver(bySide.computeIfAbsent(session.owner(), side -> deliveries(room, side, steps))));
        } else {
            List<Delivery> shared = deliveries(room, seats.first().owner(), steps);
            seats.forEach(session -> session.deliver(shared));
        }
    }

    /** Sends one session what it missed behind {@code cursor}. */
    static void catchUp(LiveSession session, Room room, Revision cursor, List<RoomChange> missed) {
        List<Step> steps = new ArrayList<>(missed.size());
        Revision at = cursor;
        for (RoomChange change : missed) {
            steps.add(new Step(change, at));
            at = change.revision();
        }
        session.deliver(deliveries(room, session.owner(), steps));
    }

    private static List<Delivery> deliveries(Room room, UserId viewer, List<Step> steps) {
        List<Delivery> deliveries = new ArrayList<>(steps.size());
        for (Step step : steps) {
            deliveries.add(new Delivery(room, viewer, step.change(), step.prev()));
        }
        return deliveries;
    }
}
