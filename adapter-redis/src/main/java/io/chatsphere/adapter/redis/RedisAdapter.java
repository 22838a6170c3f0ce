package io.chatsphere.adapter.redis;

import io.chatsphere.adapter.redis.wire.BusCodec;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.limit.RateLimiter;
import io.chatsphere.domain.presence.PresenceRegistry;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The ports that join nodes, on one Redis of version 6.2 or later, or one that sentinels watch over. Making it does no I/O:
 * {@link #open} begins to connect, and {@link #close} ends it. That Redis is away, then or later, is no failure: it is tried
 * again, at least every two seconds. Thread-safe.
 */
public final class RedisAdapter implements AutoCloseable {
    private final Availability availability;
    private final RedisCommands commands;
    private final Publisher publisher;
    private final Audience audience;
    private final Link publishing;
    private final Link subscribing;
    private final RedisChangeBus bus;
    private final PresenceRegistry presence;

    /**
     * On connections of its own.
     *
     * @param nanoTime a time that never goes back, as {@link System#nanoTime} tells it
     */
    public RedisAdapter(RedisSettings settings, LongSupplier nanoTime) {
        Primary primary = new Primary(settings);
        BusCodec codec = new BusCodec(UUID.randomUUID());
        Channel.Names names = new Channel.Names(settings.database());
        this.availability = new Availability(settings.place());
        this.commands = new RedisCommands(primary, availability);
        this.publisher = new Publisher(availability);
        this.audience = new Audience(codec, names, nanoTime);
        Subscriber subscriber = new Subscriber(audience, names);
        this.publishing = new Link("chatsphere-publish", primary, publisher, nanoTime);
        this.subscribing = new Link("chatsphere-subscribe", primary, subscriber, nanoTime);
        this.bus = new RedisChangeBus(audience, codec, names, publisher, subscriber);
        this.presence = new RedisPresenceRegistry(commands, nanoTime);
    }

    /**
     * What the bus has done since it was made.
     *
     * @param published messages that Redis took
     * @param dropped messages that did not reach Redis as far as this node knows: it was away, refused them or did not keep
     *     up. Other nodes repair what they miss
     * @param received messages of other nodes that this node could read
     * @param skipped messages that it could not: of another version, while nodes are upgraded
     * @param reconnects connections that were opened again
     */
    public record Figures(long published, long dropped, long received, long skipped, long reconnects) {}

    /** Begins to connect; does not wait for it. Called once. */
    public void open() {
        publishing.open();
        subscribing.open();
    }

    /** Carries changes and signals between nodes; before {@link #open} to this node's followers alone. */
    public ChangeBus bus() {
        return bus;
    }

    /**
     * Whether Redis answered when it was last asked, within the last two seconds; waits for nothing. False before
     * {@link #open}.
     */
    public boolean answers() {
        return availability.answers();
    }

    /** Who is online and live, over all nodes. */
    public PresenceRegistry presence() {
        return presence;
    }

    /**
     * Budgets that all nodes share.
     *
     * @param local counts while Redis is away
     */
    public RateLimiter limiter(RateLimiter local) {
        return new RedisRateLimiter(commands, local);
    }

    /** For the operator. */
    public Figures figures() {
        return new Figures(
                publisher.published(),
                publisher.dropped(),
                audience.received(),
                audience.skipped(),
                publishing.reconnects() + subscribing.reconnects());
    }

    /** Ends every following and all connections. Idempotent. */
    @Override
    public void close() {
        bus.close();
        publishing.close();
        subscribing.close();
        commands.close();
    }

    /** For the ports whose callers wait for an answer. */
    RedisCommands commands() {
        return commands;
    }
}
