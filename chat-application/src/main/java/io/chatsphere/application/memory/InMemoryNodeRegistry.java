package io.chatsphere.application.memory;

import io.chatsphere.domain.delivery.NodeRegistry;
import io.chatsphere.domain.id.NodeId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The nodes of one process, usually one, under one lock. */
public final class InMemoryNodeRegistry implements NodeRegistry {
    private final LongSupplier nanoTime;
    private final Map<NodeId, Long> seen = new HashMap<>();

    /**
     * Begins empty.
     *
     * @param nanoTime a time that never goes back
     */
    public InMemoryNodeRegistry(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized int renew(NodeId node, Duration ttl) {
        long now = nanoTime.getAsLong();
        seen.put(node, now);
        seen.values().removeIf(at -> now - at >= ttl.toNanos());
        return seen.size();
    }

    @Override
    public synchronized void remove(NodeId node) {
        seen.remove(node);
    }
}
