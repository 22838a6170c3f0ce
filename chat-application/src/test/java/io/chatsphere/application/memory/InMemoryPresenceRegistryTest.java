package io.chatsphere.application.memory;

import io.chatsphere.contract.PresenceRegistryContract;
import io.chatsphere.domain.presence.PresenceRegistry;

class InMemoryPresenceRegistryTest extends PresenceRegistryContract {
    private final InMemoryPresenceRegistry registry = new InMemoryPresenceRegistry(() -> 0);

    @Override
    protected PresenceRegistry registry() {
        return registry;
    }
}
