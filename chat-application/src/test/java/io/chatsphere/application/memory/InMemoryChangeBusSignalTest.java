package io.chatsphere.application.memory;

import io.chatsphere.contract.ChangeBusSignalContract;
import io.chatsphere.domain.delivery.ChangeBus;
import org.junit.jupiter.api.AfterEach;

class InMemoryChangeBusSignalTest extends ChangeBusSignalContract {
    private final InMemoryChangeBus bus = new InMemoryChangeBus();

    @Override
    protected ChangeBus bus() {
        return bus;
    }

    @AfterEach
    void close() {
        bus.close();
    }
}
