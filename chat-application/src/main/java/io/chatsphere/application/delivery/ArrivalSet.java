package io.chatsphere.application.delivery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Sessions on their way to a seat, in the order in which they came; none at most times. Touched on the feed's turn alone. */
final class ArrivalSet {
    private final Set<Arrival> waiting = new LinkedHashSet<>();

    void add(Arrival arrival) {
        waiting.add(arrival);
    }

    void remove(Arrival arrival) {
        waiting.remove(arrival);
    }

    boolean contains(Arrival arrival) {
        return waiting.contains(arrival);
    }

    List<Arrival> all() {
        return List.copyOf(waiting);
    }

    List<Arrival> find(Predicate<Arrival> wanted) {
        return waiting.isEmpty() ? List.of() : waiting.stream().filter(wanted).toList();
    }

    /** Takes these out and gives the sessions of those that knew of the room. */
    List<LiveSession> takeOut(Predicate<Arrival> wanted) {
        List<Arrival> gone = find(wanted);
        gone.forEach(waiting::remove);
        return gone.stream().filter(Arrival::isGreeted).map(Arrival::session).toList();
    }
}
