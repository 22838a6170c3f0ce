package io.chatsphere.bootstrap.server;

import io.chatsphere.bootstrap.error.StartException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts that are open, closed in the reverse order of their start; one that fails to close does not keep the others
 * open. A close that comes while a part is starting waits for it, and no part starts afterwards. Thread-safe.
 */
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closed;

    /**
     * Starts a part that closes with this.
     *
     * @throws StartException if this is closed already
     */
    synchronized <T extends AutoCloseable> T open(Supplier<T> start) {
        if (closed) {
            throw new StartException("The server was stopped while it started.");
        }
        T part = start.get();
        parts.push(part);
        return part;
    }

    /** Closes all that is still open. Idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("A part of the server did not close", e);
        }
    }
}
