package io.chatsphere.adapter.redis;

import io.chatsphere.adapter.redis.OutQueue.Outgoing;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Sends what is published, without waiting for one answer before the next message. Since it never rests for longer than a
 * pulse, it is also how the adapter knows whether Redis answers.
 */
final class Publisher implements Link.Duty {
    private final Availability availability;
    private final OutQueue queue = new OutQueue();
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();

    Publisher(Availability availability) {
        this.availability = availability;
    }

    /** Whether it is worth while to make a message. */
    boolean isOpen() {
        return queue.isOpen();
    }

    /** Never waits and never fails: what does not fit is dropped and counted. */
    void publish(byte[] channel, byte[] message) {
        queue.add(new Outgoing(channel, message));
    }

    /** Counts a message that was not made. */
    void drop() {
        queue.addDropped(1);
    }

    /** How many messages Redis took. */
    long published() {
        return published.get();
    }

    /** How many messages did not reach Redis, as far as this node knows. */
    long dropped() {
        return queue.dropped();
    }

    @Override
    public void opened() {
        queue.open();
    }

    @Override
    public void write(Connection connection) throws InterruptedException {
        List<Outgoing> batch = queue.take(Link.PULSE);
        unanswered.addAndGet(batch.size());
        for (Outgoing message : batch) {
            connection.sendCommand(Command.PUBLISH, message.channel, message.message);
        }
        if (batch.isEmpty()) {
            connection.sendCommand(Command.PING);
        }
    }

    @Override
    public void read(Object reply) {
        availability.answered();
        if (reply instanceof Long) {
            unanswered.decrementAndGet();
            published.incrementAndGet();
        }
    }

    /** A message that is refused is dropped; a server that refuses a ping is as good as away. */
    @Override
    public void refused(JedisDataException error) {
        if (unanswered.get() == 0) {
            throw error;
        }
        unanswered.decrementAndGet();
        queue.addDropped(1);
    }

    @Override
    public void lost(Throwable cause) {
        queue.close();
        queue.addDropped(unanswered.getAndSet(0));
        availability.failed(cause);
    }
}
