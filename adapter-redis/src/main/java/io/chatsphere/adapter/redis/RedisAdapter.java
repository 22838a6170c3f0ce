package io.chatsphere.adapter.redis;

import java.util.function.LongSupplier;

/**
 * The ports that join nodes, on one Redis of version 6.2 or later, or one that sentinels watch over. Making it does no I/O:
 * {@link #open} begins to connect, and {@link #close} ends it. That Redis is away, then or later, is no failure: it is tried
 * again, at least every two seconds. Thread-safe.
 */
public final class RedisAdapter implements AutoCloseable {
    private final Availability availability;
    private final RedisCommands commands;
    private final Link publishing;

    /**
     * On connections of its own.
     *
     * @param nanoTime a time that never goes back, as {@link System#nanoTime} tells it
     */
    public RedisAdapter(RedisSettings settings, LongSupplier nanoTime) {
        Primary primary = new Primary(settings);
        this.availability = new Availability(settings.place());
        this.commands = new RedisCommands(primary, availability);
        this.publishing = new Link("chatsphere-publish", primary, new Publisher(availability), nanoTime);
    }

    /** Begins to connect; does not wait for it. Called once. */
    public void open() {
        publishing.open();
    }

    /**
     * Whether Redis answered when it was last asked, within the last two seconds; waits for nothing. False before
     * {@link #open}.
     */
    public boolean answers() {
        return availability.answers();
    }

    /** Ends all connections. Idempotent. */
    @Override
    public void close() {
        publishing.close();
        commands.close();
    }

    /** For the ports whose callers wait for an answer. */
    RedisCommands commands() {
        return commands;
    }
}
