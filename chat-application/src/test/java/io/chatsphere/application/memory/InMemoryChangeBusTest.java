package io.chatsphere.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.contract.ChangeBusContract;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.room.Room;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InMemoryChangeBusTest extends ChangeBusContract {
    private final InMemoryChangeBus bus = new InMemoryChangeBus();

    @Override
    protected ChangeBus bus() {
        return bus;
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void a_follower_that_fails_harms_neither_the_publisher_nor_the_others() {
        Room room = Fixtures.publicRoom();
        List<RoomChange> changes = List.of(new RoomChange.OfDetails(room));
        List<RoomChange> seen = new ArrayList<>();
        bus.follow(room.id(), (failing, origin) -> {
            throw new IllegalStateException("a defect of the test's");
        });
        bus.follow(room.id(), (later, origin) -> seen.addAll(later));

        bus.publish(changes);

        assertThat(seen).isEqualTo(changes);
    }
}
