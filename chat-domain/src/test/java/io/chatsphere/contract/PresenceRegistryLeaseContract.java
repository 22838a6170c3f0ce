package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.id.NodeId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.presence.Departures;
import io.chatsphere.domain.presence.PresenceRegistry;
import io.chatsphere.domain.presence.Present;
import io.chatsphere.domain.presence.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a {@link PresenceRegistry} does with nodes that stop. Extend it, return the registry to be proved from
 * {@link #registry()}, empty before each test, and let time pass for it in {@link #pass}.
 */
@ContractOf(PresenceRegistry.class)
public abstract class PresenceRegistryLeaseContract {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final NodeId mortal = new NodeId(UUID.randomUUID());
    private final NodeId steady = new NodeId(UUID.randomUUID());
    private final UserId anna = Fixtures.userId();
    private final UserId bert = Fixtures.userId();
    private final RoomId room = Fixtures.roomId();
    private final Viewer annaThere = new Viewer(anna, room);
    private final Viewer bertThere = new Viewer(bert, room);

    /** The registry to be proved. */
    protected abstract PresenceRegistry registry();

    /** Lets this time pass, and not much more. */
    protected abstract void pass(Duration time);

    @BeforeEach
    void begin_two_leases() {
        registry().renew(mortal, SHORT);
        registry().renew(steady, LONG);
    }

    @Test
    void a_lease_is_new_once_and_then_prolonged() {
        NodeId node = new NodeId(UUID.randomUUID());

        assertFalse(registry().renew(node, LONG));
        assertTrue(registry().renew(node, LONG));
        pass(SHORT);
        assertTrue(registry().renew(node, LONG));
    }

    @Test
    void whoever_only_a_dead_node_knew_is_gone_and_named_once() {
        registry().addUsers(mortal, List.of(anna, bert));
        registry().addViewers(mortal, List.of(annaThere, bertThere));
        registry().addUsers(steady, List.of(bert));
        registry().addViewers(steady, List.of(bertThere));
        assertEquals(Departures.NONE, registry().expire());

        pass(SHORT);

        assertEquals(new Departures(Set.of(anna), Set.of(annaThere)), registry().expire());
        assertEquals(Departures.NONE, registry().expire());
        assertEquals(new Present(1, List.of(bert)), registry().online(Optional.empty(), 10));
        assertEquals(new Present(1, List.of(bert)), registry().recentlyActive(10));
        assertEquals(new Present(1, List.of(bert)), registry().live(room, 10));
        assertEquals(Map.of(room, 1), registry().countLive(List.of(room)));
    }

    @Test
    void entries_of_a_dead_node_count_until_somebody_asks() {
        registry().addUsers(mortal, List.of(anna));

        pass(SHORT);

        assertEquals(Set.of(anna), registry().onlineAmong(List.of(anna)));
        assertEquals(Set.of(), registry().addUsers(steady, List.of(anna)));
        assertEquals(Departures.NONE, registry().expire());
    }

    @Test
    void a_node_that_renews_in_time_keeps_its_entries() {
        registry().addUsers(mortal, List.of(anna));

        assertTrue(registry().renew(mortal, LONG));
        pass(SHORT);

        assertEquals(Departures.NONE, registry().expire());
        assertEquals(1, registry().online(Optional.empty(), 10).count());
    }

    @Test
    void a_node_that_renews_too_late_is_told_to_add_its_entries_again() {
        registry().addUsers(mortal, List.of(anna));
        pass(SHORT);
        registry().expire();

        assertFalse(registry().renew(mortal, LONG));
        assertEquals(0, registry().online(Optional.empty(), 10).count());
        assertEquals(Set.of(anna), registry().addUsers(mortal, List.of(anna)));
        assertEquals(Departures.NONE, registry().expire());
    }

    @Test
    void a_node_that_renews_too_late_and_before_anybody_noticed_may_add_again_what_is_there() {
        registry().addUsers(mortal, List.of(anna));
        pass(SHORT);

        assertFalse(registry().renew(mortal, LONG));
        registry().addUsers(mortal, List.of(anna));

        assertEquals(Departures.NONE, registry().expire());
        assertEquals(Set.of(anna), registry().removeUsers(mortal, List.of(anna)));
    }

    @Test
    void a_node_without_a_lease_adds_nothing_that_would_stay_for_ever() {
        NodeId stranger = new NodeId(UUID.randomUUID());
        pass(SHORT);

        for (NodeId node : List.of(stranger, mortal)) {
            assertEquals(Set.of(), registry().addUsers(node, List.of(anna)));
            assertEquals(Set.of(), registry().addViewers(node, List.of(annaThere)));
        }

        assertEquals(new Present(0, List.of()), registry().online(Optional.empty(), 10));
        assertEquals(new Present(0, List.of()), registry().live(room, 10));
    }

    @Test
    void a_node_that_stops_leaves_nothing_behind() {
        registry().addUsers(steady, List.of(anna, bert));
        registry().addViewers(steady, List.of(annaThere, bertThere));
        registry().addUsers(mortal, List.of(bert));
        registry().addViewers(mortal, List.of(bertThere));

        assertEquals(new Departures(Set.of(anna), Set.of(annaThere)), registry().release(steady));

        assertEquals(Departures.NONE, registry().release(steady));
        assertEquals(new Present(1, List.of(bert)), registry().online(Optional.empty(), 10));
        assertEquals(new Present(1, List.of(bert)), registry().live(room, 10));
        assertFalse(registry().renew(steady, LONG));
    }

    @Test
    void many_nodes_that_ask_at_once_name_everybody_once() {
        registry().addUsers(mortal, List.of(anna, bert));
        pass(SHORT);

        List<Departures> answers = Race.run(16, i -> registry().expire());

        assertEquals(
                2, answers.stream().mapToInt(answer -> answer.users().size()).sum());
    }
}
