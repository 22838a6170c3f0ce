package io.chatsphere.domain.delivery;

import io.chatsphere.domain.delivery.ChangeBus.Following;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Who follows which key on this node: what every {@link ChangeBus} needs. The list of a key is replaced as a whole, so that
 * readers take no lock, and goes with its last follower in the same step. Thread-safe.
 *
 * @param <K> what is followed
 * @param <L> what is called
 */
public final class Followers<K, L> {
    private static final System.Logger LOG = System.getLogger(Followers.class.getName());

    private final ConcurrentMap<K, List<Seat<L>>> seats = new ConcurrentHashMap<>();

    /** One following: unlike its listener, which may follow twice, it is equal to itself alone. */
    private static final class Seat<L> {
        private final L listener;

        Seat(L listener) {
            this.listener = listener;
        }
    }

    /** Adds one; it is called for what happens after this returns. */
    public Following follow(K key, L listener) {
        Seat<L> seat = new Seat<>(listener);
        seats.merge(
                key,
                List.of(seat),
                (old, added) -> Stream.concat(old.stream(), added.stream()).toList());
        return () -> seats.computeIfPresent(key, (same, old) -> without(seat, old));
    }

    /** Calls every follower of {@code key}, in the order in which they came; the failure of one concerns nobody else. */
    public void each(K key, Consumer<L> call) {
        for (Seat<L> seat : seats.getOrDefault(key, List.of())) {
            try {
                call.accept(seat.listener);
            } catch (RuntimeException e) {
                // The change is committed: neither its sender nor the other followers may suffer for this one.
                LOG.log(System.Logger.Level.ERROR, "A follower of the bus failed", e);
            }
        }
    }

    /** Those that have a follower, as it is at any moment. */
    public Set<K> keys() {
        return Collections.unmodifiableSet(seats.keySet());
    }

    /** Ends every following. */
    public void clear() {
        seats.clear();
    }

    /** Null, which removes the key, when nobody is left. */
    private static <L> List<Seat<L>> without(Seat<L> seat, List<Seat<L>> seats) {
        List<Seat<L>> left = seats.stream().filter(other -> other != seat).toList();
        return left.isEmpty() ? null : left;
    }
}
