package io.chatsphere.adapter.redis;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: longer each time, and never the same for two nodes. For one thread. */
final class Backoff {
    private static final long FIRST_MILLIS = 50;
    /** Short enough that nodes meet again within three seconds after Redis has come back. */
    private static final long LAST_MILLIS = 1_000;

    private long next = FIRST_MILLIS;

    /** Between the half and the whole of the next step. */
    Duration next() {
        long step = next;
        next = Math.min(2 * step, LAST_MILLIS);
        return Duration.ofMillis(step / 2 + ThreadLocalRandom.current().nextLong(step / 2 + 1));
    }

    void reset() {
        next = FIRST_MILLIS;
    }
}
