package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.ChangeBus.Following;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.UserSummary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How a {@link ChangeBus} carries signals within one node. Extend it, and return the bus to be proved from {@link #bus()}:
 * the same one throughout a test, closed after it; what it does on other nodes is no matter here.
 */
@ContractOf(ChangeBus.class)
public abstract class ChangeBusSignalContract {
    private final RoomId room = Fixtures.roomId();
    private final UserSummary user = Fixtures.user().summary();
    private final List<Signal> seen = new ArrayList<>();
    private final List<Signal> signals = List.of(
            new Signal.Typing(user, true),
            new Signal.Read(user.id(), new Position(7)),
            new Signal.View(user, true),
            new Signal.Typing(user, false));
    private final Signal.Presence online = new Signal.Presence(user, true);
    private final Signal.Presence offline = new Signal.Presence(user, false);

    /** The bus to be proved. */
    protected abstract ChangeBus bus();

    @Test
    void followers_of_a_room_have_its_signals_in_order_before_publishing_returns() {
        bus().follow(room, ofRoom());

        signals.forEach(signal -> bus().publish(room, signal));

        assertEquals(signals, seen);
    }

    @Test
    void followers_of_a_user_have_the_users_signals_in_order() {
        bus().follow(user.id(), ofUser());

        signals.forEach(signal -> bus().publish(user.id(), signal));

        assertEquals(signals, seen);
    }

    @Test
    void a_signal_is_no_change() {
        List<Object> changes = new ArrayList<>();
        bus().follow(room, (changed, origin) -> changes.addAll(changed));
        bus().follow(user.id(), (change, origin) -> changes.add(change));

        bus().publish(room, signals.getFirst());
        bus().publish(user.id(), signals.getFirst());

        assertEquals(List.of(), changes);
    }

    @Test
    void signals_of_other_rooms_and_users_do_not_arrive() {
        bus().follow(room, ofRoom());
        bus().follow(user.id(), ofUser());

        bus().publish(Fixtures.roomId(), signals.getFirst());
        bus().publish(Fixtures.userId(), signals.getFirst());
        bus().publish(new RoomId(user.id().value()), signals.getFirst());
        bus().publish(new UserId(room.value()), signals.getFirst());

        assertEquals(List.of(), seen);
    }

    @Test
    void all_followers_get_a_signal_one_for_each_following() {
        Following first = bus().follow(room, ofRoom());
        bus().follow(room, ofRoom());
        bus().publish(room, signals.getFirst());
        assertEquals(2, seen.size());

        first.close();
        bus().publish(room, signals.getFirst());
        assertEquals(3, seen.size());
    }

    @Test
    void every_follower_of_presence_hears_of_everybody() {
        List<Signal> other = new ArrayList<>();
        bus().followPresence(seen::add);
        bus().followPresence(other::add);
        Signal.Presence stranger = new Signal.Presence(Fixtures.user().summary(), true);

        bus().publish(online);
        bus().publish(stranger);
        bus().publish(offline);

        assertEquals(List.of(online, stranger, offline), seen);
        assertEquals(seen, other);
    }

    @Test
    void presence_reaches_its_followers_alone() {
        bus().follow(room, ofRoom());
        bus().follow(user.id(), ofUser());
        List<Signal> presence = new ArrayList<>();
        bus().followPresence(presence::add);

        bus().publish(online);
        bus().publish(room, signals.getFirst());
        bus().publish(user.id(), signals.getLast());

        assertEquals(List.of(online), presence);
        assertEquals(List.of(signals.getFirst(), signals.getLast()), seen);
    }

    @Test
    void a_following_of_presence_that_was_ended_gets_nothing_more() {
        ChangeBus.PresenceListener listener = seen::add;
        Following first = bus().followPresence(listener);
        Following second = bus().followPresence(listener);
        bus().publish(online);
        assertEquals(2, seen.size());

        first.close();
        first.close();
        bus().publish(offline);
        assertEquals(3, seen.size());

        second.close();
        bus().publish(online);
        assertEquals(3, seen.size());
    }

    @Test
    void signals_without_followers_go_nowhere() {
        bus().publish(room, signals.getFirst());
        bus().publish(user.id(), signals.getFirst());
        bus().publish(online);

        assertEquals(List.of(), seen);
    }

    @Test
    void a_listener_may_publish_while_it_is_called() {
        bus().follow(user.id(), ofUser());
        bus().followPresence(presence -> bus().publish(user.id(), presence));

        bus().publish(online);

        assertEquals(List.of(online), seen);
    }

    @Test
    void a_closed_bus_carries_no_signals() {
        bus().follow(room, ofRoom());
        bus().follow(user.id(), ofUser());
        Following presence = bus().followPresence(seen::add);

        bus().close();
        presence.close();
        bus().publish(room, signals.getFirst());
        bus().publish(user.id(), signals.getFirst());
        bus().publish(online);

        assertEquals(List.of(), seen);
    }

    private ChangeBus.RoomListener ofRoom() {
        return new ChangeBus.RoomListener() {
            @Override
            public void changed(List<RoomChange> changes, ChangeBus.Origin origin) {
                throw new AssertionError("no change was published");
            }

            @Override
            public void signalled(Signal signal) {
                seen.add(signal);
            }
        };
    }

    private ChangeBus.UserListener ofUser() {
        return new ChangeBus.UserListener() {
            @Override
            public void changed(UserChange change, ChangeBus.Origin origin) {
                throw new AssertionError("no change was published");
            }

            @Override
            public void signalled(Signal signal) {
                seen.add(signal);
            }
        };
    }
}
