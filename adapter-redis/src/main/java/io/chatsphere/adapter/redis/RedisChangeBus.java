package io.chatsphere.adapter.redis;

import io.chatsphere.adapter.redis.wire.BusCodec;
import io.chatsphere.adapter.redis.wire.BusMessage;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.Followers;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.List;

/**
 * The bus of several nodes: to this node's followers on the publishing thread, as in memory, and to other nodes over Redis,
 * one channel per room and per user and one for presence. Publishing costs the encoding and a place in a queue; while Redis
 * is away not even that, for nobody could read it.
 */
final class RedisChangeBus implements ChangeBus {
    private static final Channel.OfPresence PRESENCE = new Channel.OfPresence();

    private final Audience audience;
    private final BusCodec codec;
    private final Channel.Names names;
    private final Publisher publisher;
    private final Subscriber subscriber;

    RedisChangeBus(Audience audience, BusCodec codec, Channel.Names names, Publisher publisher, Subscriber subscriber) {
        this.audience = audience;
        this.codec = codec;
        this.names = names;
        this.publisher = publisher;
        this.subscriber = subscriber;
    }

    @Override
    public void publish(List<RoomChange> changes) {
        if (!changes.isEmpty()) {
            Channel.OfRoom channel = new Channel.OfRoom(changes.getFirst().room());
            audience.rooms.each(channel, listener -> listener.changed(changes, Origin.LOCAL));
            send(channel, new BusMessage.OfRoom(changes));
        }
    }

    @Override
    public void publish(UserChange change) {
        Channel.OfUser channel = new Channel.OfUser(change.user());
        audience.users.each(channel, listener -> listener.changed(change, Origin.LOCAL));
        send(channel, new BusMessage.OfUser(change));
    }

    @Override
    public void publish(RoomId room, Signal signal) {
        Channel.OfRoom channel = new Channel.OfRoom(room);
        audience.rooms.each(channel, listener -> listener.signalled(signal));
        send(channel, new BusMessage.OfSignal(signal));
    }

    @Override
    public void publish(UserId user, Signal signal) {
        Channel.OfUser channel = new Channel.OfUser(user);
        audience.users.each(channel, listener -> listener.signalled(signal));
        send(channel, new BusMessage.OfSignal(signal));
    }

    @Override
    public void publish(Signal.Presence change) {
        audience.presence.each(PRESENCE, listener -> listener.changed(change));
        send(PRESENCE, new BusMessage.OfSignal(change));
    }

    @Override
    public Following follow(RoomId room, RoomListener listener) {
        return follow(audience.rooms, new Channel.OfRoom(room), listener);
    }

    @Override
    public Following follow(UserId user, UserListener listener) {
        return follow(audience.users, new Channel.OfUser(user), listener);
    }

    @Override
    public Following followPresence(PresenceListener listener) {
        return follow(audience.presence, PRESENCE, listener);
    }

    /** Ends every following; the connections end with their adapter. */
    @Override
    public void close() {
        List<Channel> followed = audience.followed();
        audience.clear();
        followed.forEach(subscriber::check);
    }

    private <K extends Channel, L> Following follow(Followers<K, L> followers, K channel, L listener) {
        Following here = followers.follow(channel, listener);
        subscriber.check(channel);
        return () -> {
            here.close();
            subscriber.check(channel);
        };
    }

    private void send(Channel channel, BusMessage message) {
        if (publisher.isOpen()) {
            publisher.publish(names.of(channel), codec.encode(message));
        } else {
            publisher.drop();
        }
    }
}
