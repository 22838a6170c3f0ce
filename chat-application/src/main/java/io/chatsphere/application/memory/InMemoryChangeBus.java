package io.chatsphere.application.memory;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.Followers;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.List;

/**
 * The bus of a single node. Followers are called on the publishing thread; publishing takes no lock, so that senders in
 * different rooms never wait for each other.
 */
public final class InMemoryChangeBus implements ChangeBus {
    private final Followers<RoomId, RoomListener> rooms = new Followers<>();
    private final Followers<UserId, UserListener> users = new Followers<>();
    private final Followers<Everybody, PresenceListener> presence = new Followers<>();

    /** The one key that every follower of presence follows. */
    private enum Everybody {
        ALL
    }

    @Override
    public void publish(List<RoomChange> changes) {
        if (!changes.isEmpty()) {
            rooms.each(changes.getFirst().room(), listener -> listener.changed(changes, Origin.LOCAL));
        }
    }

    @Override
    public void publish(UserChange change) {
        users.each(change.user(), listener -> listener.changed(change, Origin.LOCAL));
    }

    @Override
    public void publish(RoomId room, Signal signal) {
        rooms.each(room, listener -> listener.signalled(signal));
    }

    @Override
    public void publish(UserId user, Signal signal) {
        users.each(user, listener -> listener.signalled(signal));
    }

    @Override
    public void publish(Signal.Presence change) {
        presence.each(Everybody.ALL, listener -> listener.changed(change));
    }

    @Override
    public Following follow(RoomId room, RoomListener listener) {
        return rooms.follow(room, listener);
    }

    @Override
    public Following follow(UserId user, UserListener listener) {
        return users.follow(user, listener);
    }

    @Override
    public Following followPresence(PresenceListener listener) {
        return presence.follow(Everybody.ALL, listener);
    }

    @Override
    public boolean reachesOthers() {
        return false;
    }

    @Override
    public void close() {
        rooms.clear();
        users.clear();
        presence.clear();
    }
}
