package io.chatsphere.application.delivery;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** A bus on which half of what is published is this node's own, and the rest is delayed, out of order, repeated and lost. */
final class SimulatedBus implements ChangeBus {
    private final Random random;
    private final Map<RoomId, List<RoomListener>> rooms = new LinkedHashMap<>();
    private final Map<UserId, List<UserListener>> users = new LinkedHashMap<>();
    private final List<Runnable> underWay = new ArrayList<>();

    SimulatedBus(Random random) {
        this.random = random;
    }

    /** Something that is under way arrives. */
    void arrive() {
        if (!underWay.isEmpty()) {
            underWay.remove(random.nextInt(underWay.size())).run();
        }
    }

    /** What is under way is lost. */
    void lose() {
        underWay.clear();
    }

    @Override
    public void publish(List<RoomChange> changes) {
        RoomId room = changes.getFirst().room();
        travel(origin -> each(rooms.get(room), listener -> listener.changed(changes, origin)));
    }

    @Override
    public void publish(UserChange change) {
        travel(origin -> each(users.get(change.user()), listener -> listener.changed(change, origin)));
    }

    @Override
    public void publish(RoomId room, Signal signal) {
        travel(origin -> each(rooms.get(room), listener -> listener.signalled(signal)));
    }

    @Override
    public void publish(UserId user, Signal signal) {
        travel(origin -> each(users.get(user), listener -> listener.signalled(signal)));
    }

    @Override
    public void publish(Signal.Presence presence) {
        throw new UnsupportedOperationException("nobody follows presence here");
    }

    @Override
    public Following follow(RoomId room, RoomListener listener) {
        return follow(rooms, room, listener);
    }

    @Override
    public Following follow(UserId user, UserListener listener) {
        return follow(users, user, listener);
    }

    @Override
    public Following followPresence(PresenceListener listener) {
        throw new UnsupportedOperationException("nobody follows presence here");
    }

    @Override
    public void close() {
        rooms.clear();
        users.clear();
    }

    private void travel(Consumer<Origin> call) {
        if (random.nextBoolean()) {
            call.accept(Origin.LOCAL);
            return;
        }
        for (int copies = random.nextInt(4); copies > 0; copies -= 2) {
            underWay.add(() -> call.accept(Origin.REMOTE));
        }
    }

    private static <K, L> Following follow(Map<K, List<L>> followers, K key, L listener) {
        followers.computeIfAbsent(key, same -> new ArrayList<>()).add(listener);
        return () -> followers.get(key).remove(listener);
    }

    private static <L> void each(List<L> listeners, Consumer<L> call) {
        if (listeners != null) {
            List.copyOf(listeners).forEach(call);
        }
    }
}
