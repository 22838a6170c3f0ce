package io.chatsphere.adapter.redis;

import static java.lang.System.Logger.Level.WARNING;

import io.chatsphere.adapter.redis.wire.BusCodec;
import io.chatsphere.adapter.redis.wire.BusMessage;
import io.chatsphere.adapter.redis.wire.UnreadableMessageException;
import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.ChangeBus.PresenceListener;
import io.chatsphere.domain.delivery.ChangeBus.RoomListener;
import io.chatsphere.domain.delivery.ChangeBus.UserListener;
import io.chatsphere.domain.delivery.Followers;
import io.chatsphere.domain.delivery.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** This node's followers, and what reaches them from other nodes. Thread-safe. */
final class Audience {
    private static final System.Logger LOG = System.getLogger(RedisChangeBus.class.getName());
    private static final long BETWEEN_COMPLAINTS = Duration.ofMinutes(1).toNanos();

    final Followers<Channel.OfRoom, RoomListener> rooms = new Followers<>();
    final Followers<Channel.OfUser, UserListener> users = new Followers<>();
    final Followers<Channel.OfPresence, PresenceListener> presence = new Followers<>();

    private final BusCodec codec;
    private final Channel.Names names;
    private final LongSupplier nanoTime;
    private final LongAdder received = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final AtomicLong quietUntil;

    Audience(BusCodec codec, Channel.Names names, LongSupplier nanoTime) {
        this.codec = codec;
        this.names = names;
        this.nanoTime = nanoTime;
        this.quietUntil = new AtomicLong(nanoTime.getAsLong());
    }

    /** Everything that is followed now. */
    List<Channel> followed() {
        List<Channel> all = new ArrayList<>(rooms.keys());
        all.addAll(users.keys());
        all.addAll(presence.keys());
        return all;
    }

    /** Whether the channel is followed now. */
    boolean follows(Channel channel) {
        return switch (channel) {
            case Channel.OfRoom room -> rooms.keys().contains(room);
            case Channel.OfUser user -> users.keys().contains(user);
            case Channel.OfPresence all -> presence.keys().contains(all);
        };
    }

    /** Hands on what another node published; what cannot be read is counted and skipped. */
    void arrived(byte[] channel, byte[] message) {
        try {
            Optional<BusMessage> content = codec.decode(message);
            if (content.isPresent()) {
                deliver(names.read(channel), content.get());
                received.increment();
            }
        } catch (UnreadableMessageException e) {
            skip(e.getMessage());
        }
    }

    long received() {
        return received.sum();
    }

    long skipped() {
        return skipped.sum();
    }

    void clear() {
        rooms.clear();
        users.clear();
        presence.clear();
    }

    private void deliver(Optional<Channel> channel, BusMessage message) {
        switch (message) {
            case BusMessage.OfRoom(var changes) ->
                rooms.each(
                        new Channel.OfRoom(changes.getFirst().room()),
                        listener -> listener.changed(changes, Origin.REMOTE));
            case BusMessage.OfUser(var change) ->
                users.each(new Channel.OfUser(change.user()), listener -> listener.changed(change, Origin.REMOTE));
            case BusMessage.OfSignal(var signal) -> channel.ifPresent(target -> deliver(target, signal));
        }
    }

    private void deliver(Channel target, Signal signal) {
        switch (target) {
            case Channel.OfRoom room -> rooms.each(room, listener -> listener.signalled(signal));
            case Channel.OfUser user -> users.each(user, listener -> listener.signalled(signal));
            case Channel.OfPresence all -> {
                if (signal instanceof Signal.Presence change) {
                    presence.each(all, listener -> listener.changed(change));
                }
            }
        }
    }

    private void skip(String reason) {
        skipped.increment();
        long now = nanoTime.getAsLong();
        long quiet = quietUntil.get();
        if (now - quiet >= 0 && quietUntil.compareAndSet(quiet, now + BETWEEN_COMPLAINTS)) {
            LOG.log(WARNING, "Skipped a message of another node, {0} so far: {1}", skipped(), reason);
        }
    }
}
