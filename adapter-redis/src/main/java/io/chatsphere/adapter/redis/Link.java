package io.chatsphere.adapter.redis;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Keeps one connection open, and opens it again for as long as it takes. One thread only reads and one only writes, so that
 * neither waits for the other. The writer gets an answer out of the server every {@link #PULSE} at least; when nothing at all
 * arrives for {@link #SILENCE}, the reader drops the connection, which may have died without a word, and with it whatever
 * write hangs.
 */
final class Link implements AutoCloseable {
    /** The longest that a duty waits for something to write. */
    static final Duration PULSE = Duration.ofMillis(500);

    static final Duration SILENCE = Duration.ofSeconds(2);
    private static final long STEADY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final System.Logger LOG = System.getLogger(Link.class.getName());

    private final String name;
    private final Primary primary;
    private final Duty duty;
    private final LongSupplier nanoTime;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final LongAdder connections = new LongAdder();
    private final AtomicReference<Optional<Connection>> current = new AtomicReference<>(Optional.empty());

    /** What the connection is for. */
    interface Duty {
        /** A connection is there; nothing was written yet. */
        void opened();

        /** Writes what there is to write, or waits for it at most {@link #PULSE} and then writes a ping. */
        void write(Connection connection) throws InterruptedException;

        /** Something arrived. */
        void read(Object reply);

        /** The server answered with an error. */
        void refused(JedisDataException error);

        /** The connection is gone, or none could be opened; the writer has ended. */
        void lost(Throwable cause);
    }

    Link(String name, Primary primary, Duty duty, LongSupplier nanoTime) {
        this.name = name;
        this.primary = primary;
        this.duty = duty;
        this.nanoTime = nanoTime;
    }

    void open() {
        // Not virtual: the deadlines of a probe must not wait for a carrier that others keep busy.
        Thread.ofPlatform().daemon().name(name + "-in").start(this::run);
    }

    /** How many connections were opened behind the first. */
    long reconnects() {
        return Math.max(0, connections.sum() - 1);
    }

    /** Ends the connection and the threads. Idempotent; does not wait for them. */
    @Override
    public void close() {
        closed.countDown();
        current.get().ifPresent(Link::drop);
    }

    private void run() {
        Backoff backoff = new Backoff();
        do {
            long began = nanoTime.getAsLong();
            live();
            if (nanoTime.getAsLong() - began > STEADY_NANOS) {
                backoff.reset();
            }
        } while (!closesWithin(backoff.next()));
    }

    /** From opening a connection to its end. */
    private void live() {
        try {
            Connection connection = primary.connect(SILENCE);
            connections.increment();
            current.set(Optional.of(connection));
            duty.opened();
            Thread writer = Thread.ofPlatform().daemon().name(name + "-out").start(() -> write(connection));
            try {
                while (!isClosed()) {
                    read(connection);
                }
            } finally {
                drop(connection);
                joined(writer);
            }
        } catch (RuntimeException | Error e) {
            // Whatever it is, the next connection is a new beginning: these threads must not end.
            if (!isClosed()) {
                duty.lost(e);
            }
        }
    }

    private void read(Connection connection) {
        Object reply;
        try {
            reply = connection.getUnflushedObject();
        } catch (JedisDataException e) {
            duty.refused(e);
            return;
        }
        duty.read(reply);
    }

    private void write(Connection connection) {
        try {
            while (!isClosed() && connection.isConnected()) {
                duty.write(connection);
                connection.getMany(0); // flushes
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "Writing to Redis failed", e);
        } finally {
            drop(connection);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private boolean closesWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Its socket is closed: the writer ends within a pulse. */
    private static void joined(Thread writer) {
        writer.interrupt();
        try {
            writer.join(SILENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drop(Connection connection) {
        try {
            connection.forceDisconnect();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Closing a connection to Redis failed", e);
        }
    }
}
