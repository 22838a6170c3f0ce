package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.ChangeBus.Following;
import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.user.UserSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * What a {@link ChangeBus} carries between nodes while nothing fails. Extend it if yours does, and return the buses of two
 * nodes that can reach each other: the same two throughout a test, closed after it. A bus of one node need not.
 */
public abstract class ChangeBusNodesContract {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final RoomId room = Fixtures.roomId();
    private final UserSummary user = Fixtures.user().summary();
    private final List<Object> here = new CopyOnWriteArrayList<>();
    private final List<Object> there = new CopyOnWriteArrayList<>();

    /** The bus of the node that publishes. */
    protected abstract ChangeBus bus();

    /** The bus of another node. */
    protected abstract ChangeBus otherBus();

    /** What a listener heard of a room or a user. */
    private record Heard(Object change, Origin origin) {}

    @Test
    void changes_of_a_room_are_local_here_and_remote_there_and_come_once() {
        bus().follow(room, ofRoom(here));
        joined(room, there);

        bus().publish(List.of(Changes.of(room, 101), Changes.of(room, 102)));
        bus().publish(List.of(Changes.of(room, 103)));
        await(() -> there.size() >= 2);

        List<RoomChange> first = List.of(Changes.of(room, 101), Changes.of(room, 102));
        List<RoomChange> second = List.of(Changes.of(room, 103));
        assertEquals(List.of(new Heard(first, Origin.REMOTE), new Heard(second, Origin.REMOTE)), there);
        assertEquals(
                List.of(new Heard(first, Origin.LOCAL), new Heard(second, Origin.LOCAL)),
                here.subList(here.size() - 2, here.size()));
    }

    @Test
    void changes_of_a_user_are_local_here_and_remote_there() {
        bus().follow(user.id(), ofUser(here));
        joined(user.id(), there);

        bus().publish(Changes.of(user.id(), 101));
        await(() -> !there.isEmpty());

        assertEquals(List.of(new Heard(Changes.of(user.id(), 101), Origin.REMOTE)), there);
        assertEquals(new Heard(Changes.of(user.id(), 101), Origin.LOCAL), here.getLast());
    }

    @Test
    void signals_arrive_as_they_were_sent() {
        joined(room, there);
        joined(user.id(), there);
        List<Signal> signals = List.of(
                new Signal.Typing(user, true),
                new Signal.View(user, false),
                new Signal.Read(user.id(), new Position(7)));

        signals.forEach(signal -> bus().publish(room, signal));
        bus().publish(user.id(), signals.getFirst());
        await(() -> there.size() >= 4);

        List<Object> expected = new ArrayList<>(signals);
        expected.add(signals.getFirst());
        assertEquals(expected, there);
    }

    @Test
    void presence_reaches_every_node() {
        bus().followPresence(here::add);
        otherBus().followPresence(there::add);
        Signal.Presence online = new Signal.Presence(user, true);

        repeat(() -> bus().publish(online), () -> there.contains(online));

        assertTrue(here.contains(online));
    }

    @Test
    void what_nobody_follows_there_does_not_arrive() {
        joined(room, there);
        joined(user.id(), there);

        bus().publish(List.of(Changes.of(Fixtures.roomId(), 1)));
        bus().publish(Changes.of(Fixtures.userId(), 1));
        bus().publish(List.of(Changes.of(new RoomId(user.id().value()), 1)));
        bus().publish(new UserId(room.value()), new Signal.Typing(user, true));
        bus().publish(List.of(Changes.of(room, 101)));
        bus().publish(Changes.of(user.id(), 102));
        await(() -> there.size() >= 2);

        assertEquals(
                List.of(
                        new Heard(List.of(Changes.of(room, 101)), Origin.REMOTE),
                        new Heard(Changes.of(user.id(), 102), Origin.REMOTE)),
                there);
    }

    @Test
    void of_two_followers_one_may_go() {
        List<Object> other = new CopyOnWriteArrayList<>();
        Following first = joined(room, there);
        joined(room, other);
        there.clear();

        first.close();
        bus().publish(List.of(Changes.of(room, 101)));
        await(() -> !other.isEmpty());
        assertEquals(List.of(), there);
    }

    @Test
    void who_left_may_come_back() {
        for (int round = 0; round < 20; round++) {
            otherBus().follow(room, ofRoom(there)).close();
        }

        joined(room, there);
        bus().publish(List.of(Changes.of(room, 101)));
        await(() -> !there.isEmpty());

        assertEquals(List.of(new Heard(List.of(Changes.of(room, 101)), Origin.REMOTE)), there);
    }

    /** Follows on the other node, and publishes here until that has taken hold; forgets what came meanwhile. */
    private Following joined(RoomId id, List<Object> heard) {
        Following following = otherBus().follow(id, ofRoom(heard));
        repeat(() -> bus().publish(List.of(Changes.of(id, 1))), () -> !heard.isEmpty());
        settle(
                () -> bus().publish(List.of(Changes.of(id, 2))),
                new Heard(List.of(Changes.of(id, 2)), Origin.REMOTE),
                heard);
        return following;
    }

    private void joined(UserId id, List<Object> heard) {
        otherBus().follow(id, ofUser(heard));
        repeat(() -> bus().publish(Changes.of(id, 1)), () -> !heard.isEmpty());
        settle(() -> bus().publish(Changes.of(id, 2)), new Heard(Changes.of(id, 2), Origin.REMOTE), heard);
    }

    /** Everything before this one mark has come. */
    private static void settle(Runnable mark, Heard marked, List<Object> heard) {
        mark.run();
        await(() -> heard.contains(marked));
        heard.clear();
    }

    private static ChangeBus.RoomListener ofRoom(List<Object> heard) {
        return new ChangeBus.RoomListener() {
            @Override
            public void changed(List<RoomChange> changes, Origin origin) {
                heard.add(new Heard(changes, origin));
            }

            @Override
            public void signalled(Signal signal) {
                heard.add(signal);
            }
        };
    }

    private static ChangeBus.UserListener ofUser(List<Object> heard) {
        return new ChangeBus.UserListener() {
            @Override
            public void changed(UserChange change, Origin origin) {
                heard.add(new Heard(change, origin));
            }

            @Override
            public void signalled(Signal signal) {
                heard.add(signal);
            }
        };
    }

    private static void await(BooleanSupplier condition) {
        repeat(() -> {}, condition);
    }

    private static void repeat(Runnable action, BooleanSupplier until) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        action.run();
        while (!until.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "nothing arrived in time");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            action.run();
        }
    }
}
