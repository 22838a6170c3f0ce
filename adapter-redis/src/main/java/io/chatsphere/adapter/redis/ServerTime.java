package io.chatsphere.adapter.redis;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * What time it is on the server, to say how long a command may be done. One that was under way when the server or the network
 * stood still would be done when they go on, long after whoever sent it gave up. Thread-safe.
 */
final class ServerTime {
    /** Longer than anybody waits for an answer, and shorter than a node goes without a sign of life. */
    private static final long PATIENCE = Duration.ofSeconds(2).toMillis();

    private final LongSupplier nanoTime;
    private volatile OptionalLong ahead = OptionalLong.empty();

    ServerTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The server just said so. */
    void is(long millis) {
        ahead = OptionalLong.of(millis - here());
    }

    /** When it is too late for a command that is sent now; as long as the server said nothing, never. */
    long latest() {
        OptionalLong known = ahead;
        return known.isEmpty() ? Long.MAX_VALUE : here() + known.getAsLong() + PATIENCE;
    }

    private long here() {
        return Duration.ofNanos(nanoTime.getAsLong()).toMillis();
    }
}
