package io.chatsphere.application.memory;

import io.chatsphere.contract.PresenceRegistryLeaseContract;
import io.chatsphere.domain.presence.PresenceRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class InMemoryPresenceRegistryLeaseTest extends PresenceRegistryLeaseContract {
    /** Such times may be negative, and overflow. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    private final InMemoryPresenceRegistry registry = new InMemoryPresenceRegistry(nanos::get);

    @Override
    protected PresenceRegistry registry() {
        return registry;
    }

    @Override
    protected void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
