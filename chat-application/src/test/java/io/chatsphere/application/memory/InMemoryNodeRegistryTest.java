package io.chatsphere.application.memory;

import io.chatsphere.contract.NodeRegistryContract;
import io.chatsphere.domain.delivery.NodeRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class InMemoryNodeRegistryTest extends NodeRegistryContract {
    /** Such times may be negative, and overflow. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    private final InMemoryNodeRegistry registry = new InMemoryNodeRegistry(nanos::get);

    @Override
    protected NodeRegistry registry() {
        return registry;
    }

    @Override
    protected void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
