package io.chatsphere.application.simulation;

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
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The {@link Network} as one node has it: what it publishes reaches its own followers at once, others perhaps. */
final class NodeBus implements ChangeBus {
    private final Map<RoomId, List<RoomListener>> rooms = new LinkedHashMap<>();
    private final Map<UserId, List<UserListener>> users = new LinkedHashMap<>();
    private final Network network;
    private final int number;

    NodeBus(Network network, int number) {
        this.network = network;
        this.number = number;
    }

    @Override
    public void publish(List<RoomChange> changes) {
        RoomId room = changes.getFirst().room();
        toAll((bus, origin) -> each(bus.rooms.get(room), listener -> listener.changed(changes, origin)));
    }

    @Override
    public void publish(UserChange change) {
        toAll((bus, origin) -> each(bus.users.get(change.user()), listener -> listener.changed(change, origin)));
    }

    @Override
    public void publish(RoomId room, Signal signal) {
        toAll((bus, origin) -> each(bus.rooms.get(room), listener -> listener.signalled(signal)));
    }

    @Override
    public void publish(UserId user, Signal signal) {
        toAll((bus, origin) -> each(bus.users.get(user), listener -> listener.signalled(signal)));
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

    private void toAll(BiConsumer<NodeBus, Origin> call) {
        call.accept(this, Origin.LOCAL);
        network.send(number, call);
    }

    private static <K, L> Following follow(Map<K, List<L>> followers, K key, L listener) {
        followers.computeIfAbsent(key, same -> new ArrayList<>()).add(listener);
        return () -> followers.getOrDefault(key, new ArrayList<>()).remove(listener);
    }

    private static <L> void each(List<L> listeners, Consumer<L> call) {
        if (listeners != null) {
            List.copyOf(listeners).forEach(call);
        }
    }
}
