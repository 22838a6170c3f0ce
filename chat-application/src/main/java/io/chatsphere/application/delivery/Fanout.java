package io.chatsphere.application.delivery;

import io.chatsphere.application.delivery.Delivery.Step;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.HistoryVisibility;
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

    Seats seats() {
        return seats;
    }

    /** Takes a change that everybody here gets with {@link #flush}. */
    void add(Step step) {
        run.add(step);
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
                    session.deliver(bySide.computeIfAbsent(session.owner(), side -> shown(room, side, steps))));
            return;
        }
        UserId any = seats.first().owner();
        List<Delivery> shared = shown(room, any, steps);
        if (room.historyVisibility() == HistoryVisibility.JOINED
                && steps.stream().anyMatch(Fanout::isOfOldMessage)) {
            List<Delivery> withheld = deliveries(room, any, steps, true);
            seats.forEachSeat(seat -> seat.session().deliver(visible(seat, steps, shared, withheld)));
        } else {
            seats.forEach(session -> session.deliver(shared));
        }
    }

    /** Whether it changes a message that somebody here may have joined behind. */
    private static boolean isOfOldMessage(Step step) {
        return step.isOfMessageUpTo(step.prev());
    }

    /** What one seat sees where history begins with the membership: of each change one of the two forms. */
    private static List<Delivery> visible(Seat seat, List<Step> steps, List<Delivery> shown, List<Delivery> withheld) {
        List<Delivery> visible = new ArrayList<>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            visible.add((steps.get(i).isOfMessageUpTo(seat.joined()) ? withheld : shown).get(i));
        }
        return visible;
    }

    /**
     * A stretch of changes as one reader gets it, each linked to the one before.
     *
     * @param joined the reader's membership began here: what changed of older messages is withheld where history begins with
     *     the membership
     * @param after what the reader knows
     */
    static List<Delivery> chain(Room room, UserId reader, Revision joined, Revision after, List<RoomChange> changes) {
        List<Delivery> chain = new ArrayList<>(changes.size());
        Revision prev = after;
        for (RoomChange change : changes) {
            Step step = new Step(change, prev, after);
            chain.add(new Delivery(room, reader, step, isWithheld(room, joined, step)));
            prev = change.revision();
        }
        return chain;
    }

    private static boolean isWithheld(Room room, Revision joined, Step step) {
        return room.historyVisibility() == HistoryVisibility.JOINED && step.isOfMessageUpTo(joined);
    }

    private static List<Delivery> shown(Room room, UserId viewer, List<Step> steps) {
        return deliveries(room, viewer, steps, false);
    }

    private static List<Delivery> deliveries(Room room, UserId viewer, List<Step> steps, boolean withheld) {
        List<Delivery> deliveries = new ArrayList<>(steps.size());
        for (Step step : steps) {
            deliveries.add(new Delivery(room, viewer, step, withheld));
        }
        return deliveries;
    }
}
