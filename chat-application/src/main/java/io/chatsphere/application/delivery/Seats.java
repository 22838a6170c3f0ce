package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The sessions that a room's feed delivers to, in no order. Touched on the feed's turn alone. */
final class Seats {
    private final List<Seat> seats = new ArrayList<>();
    private int over;

    void add(Seat seat) {
        seats.add(seat);
    }

    /**
     * Takes a session out. Those that are over are only counted and taken out together: many may end at once.
     *
     * @return its seat, if it was here and is not over
     */
    Optional<Seat> remove(LiveSession session) {
        if (!session.isOver()) {
            Optional<Seat> seat = find(session);
            seat.ifPresent(seats::remove);
            return seat;
        }
        if (++over * 2 > seats.size()) {
            seats.removeIf(seat -> seat.session().isOver());
            over = 0;
        }
        return Optional.empty();
    }

    /** Takes out the user's sessions and gives them. */
    List<LiveSession> removeUser(UserId user) {
        List<Seat> removed = seats.stream()
                .filter(seat -> seat.session().owner().equals(user))
                .toList();
        if (!removed.isEmpty()) {
            seats.removeAll(removed);
        }
        return removed.stream().map(Seat::session).toList();
    }

    boolean has(LiveSession session) {
        return find(session).isPresent();
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    /** Any of the sessions; there must be one. */
    LiveSession first() {
        return seats.getFirst().session();
    }

    void forEach(Consumer<LiveSession> action) {
        seats.forEach(seat -> action.accept(seat.session()));
    }

    void forEachSeat(Consumer<Seat> action) {
        seats.forEach(action);
    }

    private Optional<Seat> find(LiveSession session) {
        return seats.stream().filter(seat -> seat.session() == session).findAny();
    }
}
