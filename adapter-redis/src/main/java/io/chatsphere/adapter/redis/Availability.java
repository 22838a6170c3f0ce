package io.chatsphere.adapter.redis;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether Redis answered when it was last tried: false until it first did. Thread-safe. */
final class Availability {
    private static final System.Logger LOG = System.getLogger(RedisAdapter.class.getName());

    private static final int MOST_COMPLAINTS = 20;

    private final String place;
    private final AtomicInteger turns = new AtomicInteger();
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    Availability(String place) {
        this.place = place;
    }

    boolean answers() {
        return turns() % 2 == 1;
    }

    /** How often it came and went. Connections that were opened at another count are suspicious. */
    int turns() {
        return turns.get();
    }

    void answered() {
        int before = turns();
        if (before % 2 == 0 && turns.compareAndSet(before, before + 1)) {
            complaints.clear();
            LOG.log(INFO, "Redis at {0} answers", place);
        }
    }

    /** Says why, once for each reason until it answers again. */
    void failed(Throwable cause) {
        int before = turns();
        if (before % 2 == 1) {
            turns.compareAndSet(before, before + 1);
        }
        String reason = String.valueOf(cause.getMessage());
        if (complaints.size() < MOST_COMPLAINTS && complaints.add(reason)) {
            LOG.log(WARNING, "Redis at {0} does not answer: {1}", place, reason);
        }
    }
}
