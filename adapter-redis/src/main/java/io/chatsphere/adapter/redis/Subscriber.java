package io.chatsphere.adapter.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Keeps the server's subscriptions as the followings are. It is told which channels may have changed and looks itself what is
 * followed at the moment when it writes: comings and goings may overtake each other, the last state wins.
 */
final class Subscriber implements Link.Duty {
    /** Of one command: small enough that the server serves others in between. */
    private static final int CHUNK = 512;

    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);

    private final Audience audience;
    private final Channel.Names names;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Channel> doubtful = new HashSet<>();
    private boolean connected;

    /** Touched by the writer alone, and between two writers. */
    private final Set<Channel> subscribed = new HashSet<>();

    Subscriber(Audience audience, Channel.Names names) {
        this.audience = audience;
        this.names = names;
    }

    /** Whether it is followed may have changed. Waits for nothing; while Redis is away there is nothing to do. */
    void check(Channel channel) {
        lock.lock();
        try {
            if (connected && doubtful.add(channel)) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void opened() {
        subscribed.clear();
        lock.lock();
        try {
            // In this order: what is followed from now on is either told or seen.
            connected = true;
            doubtful.addAll(audience.followed());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void write(Connection connection) throws InterruptedException {
        List<byte[]> on = new ArrayList<>();
        List<byte[]> off = new ArrayList<>();
        for (Channel channel : take(Link.PULSE)) {
            boolean follows = audience.follows(channel);
            if (follows && subscribed.add(channel)) {
                on.add(names.of(channel));
            } else if (!follows && subscribed.remove(channel)) {
                off.add(names.of(channel));
            }
        }
        send(connection, Command.SUBSCRIBE, on);
        send(connection, Command.UNSUBSCRIBE, off);
        if (on.isEmpty() && off.isEmpty()) {
            connection.sendCommand(Command.PING);
        }
    }

    @Override
    public void read(Object reply) {
        if (reply instanceof List<?> parts
                && parts.size() == 3
                && parts.get(0) instanceof byte[] kind
                && Arrays.equals(kind, MESSAGE)
                && parts.get(1) instanceof byte[] channel
                && parts.get(2) instanceof byte[] message) {
            audience.arrived(channel, message);
        }
    }

    /** A subscription that is refused is no connection to keep. */
    @Override
    public void refused(JedisDataException error) {
        throw error;
    }

    @Override
    public void lost(Throwable cause) {
        lock.lock();
        try {
            connected = false;
            doubtful.clear();
        } finally {
            lock.unlock();
        }
    }

    private Set<Channel> take(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (doubtful.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            Set<Channel> taken = new HashSet<>(doubtful);
            doubtful.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private static void send(Connection connection, Command command, List<byte[]> channels) {
        for (int from = 0; from < channels.size(); from += CHUNK) {
            List<byte[]> chunk = channels.subList(from, Math.min(from + CHUNK, channels.size()));
            connection.sendCommand(command, chunk.toArray(byte[][]::new));
        }
    }
}
