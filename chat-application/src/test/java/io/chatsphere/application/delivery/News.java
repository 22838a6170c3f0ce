package io.chatsphere.application.delivery;

import io.chatsphere.application.simulation.Ledger;
import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.room.Membership;
import java.util.List;
import java.util.function.Consumer;

/** Notes what was committed, and gives what is to be put on the bus for it. */
final class News {
    private News() {}

    static Consumer<ChangeBus> changed(Ledger ledger, RoomChange change) {
        ledger.changed(change);
        return bus -> bus.publish(List.of(change));
    }

    static List<Consumer<ChangeBus>> moved(Ledger ledger, Membership membership, boolean ofRoom) {
        ledger.moved(membership, ofRoom);
        return List.of(bus -> bus.publish(new UserChange.OfMembership(membership)));
    }

    static List<Consumer<ChangeBus>> marked(RoomPreferences mark, boolean told) {
        Signal read = new Signal.Read(mark.user(), mark.readPosition());
        Consumer<ChangeBus> own = bus -> bus.publish(new UserChange.OfPreferences(mark));
        return told ? List.of(own, bus -> bus.publish(mark.room(), read)) : List.of(own);
    }
}
