package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.id.NodeId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.presence.PresenceRegistry;
import io.chatsphere.domain.presence.Present;
import io.chatsphere.domain.presence.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a {@link PresenceRegistry} answers about entries, while leases last. Extend it, and return the registry to be proved
 * from {@link #registry()}: the same one throughout a test, empty before it.
 */
@ContractOf(PresenceRegistry.class)
public abstract class PresenceRegistryContract {
    /** Longer than a test. */
    private static final Duration TTL = Duration.ofMinutes(5);

    private final NodeId here = node();
    private final NodeId there = node();
    private final UserId anna = Fixtures.userId();
    private final UserId bert = Fixtures.userId();
    private final UserId cleo = Fixtures.userId();
    private final RoomId room = Fixtures.roomId();
    private final RoomId other = Fixtures.roomId();

    /** The registry to be proved. */
    protected abstract PresenceRegistry registry();

    @BeforeEach
    void begin_two_leases() {
        registry().renew(here, TTL);
        registry().renew(there, TTL);
    }

    @Test
    void the_first_node_is_told_that_a_user_comes_online_and_the_last_one_that_they_go() {
        assertEquals(Set.of(anna, bert), registry().addUsers(here, List.of(anna, bert)));
        assertEquals(Set.of(cleo), registry().addUsers(there, List.of(anna, cleo)));

        assertEquals(Set.of(bert), registry().removeUsers(here, List.of(anna, bert)));
        assertEquals(Set.of(anna), registry().removeUsers(there, List.of(anna)));

        assertEquals(new Present(1, List.of(cleo)), registry().online(Optional.empty(), 10));
    }

    @Test
    void adding_and_removing_again_changes_nothing() {
        registry().addUsers(here, List.of(anna));
        registry().addViewers(here, List.of(in(room, anna)));

        assertEquals(Set.of(), registry().addUsers(here, List.of(anna, anna)));
        assertEquals(Set.of(), registry().addViewers(here, List.of(in(room, anna))));
        assertEquals(Set.of(anna), registry().removeUsers(here, List.of(anna, anna)));
        assertEquals(Set.of(), registry().removeUsers(here, List.of(anna)));
        assertEquals(Set.of(in(room, anna)), registry().removeViewers(here, List.of(in(room, anna))));
        assertEquals(Set.of(), registry().removeViewers(here, List.of(in(room, anna))));
        assertEquals(new Present(0, List.of()), registry().online(Optional.empty(), 10));
    }

    @Test
    void a_node_removes_no_entry_of_another() {
        registry().addUsers(here, List.of(anna));
        registry().addViewers(here, List.of(in(room, anna)));

        assertEquals(Set.of(), registry().removeUsers(there, List.of(anna)));
        assertEquals(Set.of(), registry().removeViewers(there, List.of(in(room, anna))));

        assertEquals(1, registry().online(Optional.empty(), 10).count());
        assertEquals(1, registry().live(room, 10).count());
    }

    @Test
    void nobody_is_no_change() {
        assertEquals(Set.of(), registry().addUsers(here, List.of()));
        assertEquals(Set.of(), registry().removeUsers(here, List.of()));
        assertEquals(Set.of(), registry().addViewers(here, List.of()));
        assertEquals(Set.of(), registry().removeViewers(here, List.of()));
        assertEquals(Set.of(), registry().onlineAmong(List.of()));
        assertEquals(Map.of(), registry().countLive(List.of()));
    }

    @Test
    void online_users_come_in_pages_by_the_spelling_of_their_ids() {
        List<UserId> users = new ArrayList<>(List.of(user("00"), user("7f"), user("80"), user("ff")));
        users.addAll(Stream.generate(Fixtures::userId).limit(5).toList());
        registry().addUsers(here, users);
        registry().addUsers(there, users.subList(2, 6));
        List<UserId> sorted =
                users.stream().sorted(Comparator.comparing(UserId::toString)).toList();

        Present first = registry().online(Optional.empty(), 4);
        Present rest = registry().online(Optional.of(first.users().getLast()), 100);

        assertEquals(new Present(9, sorted.subList(0, 4)), first);
        assertEquals(new Present(9, sorted.subList(4, 9)), rest);
        assertEquals(
                new Present(9, List.of()),
                registry().online(Optional.of(rest.users().getLast()), 5));
    }

    @Test
    void a_page_may_begin_behind_somebody_who_is_gone() {
        registry().addUsers(here, List.of(user("10"), user("30")));

        assertEquals(
                List.of(user("30")),
                registry().online(Optional.of(user("20")), 5).users());
    }

    @Test
    void whoever_was_added_last_is_the_most_recently_active() {
        registry().addUsers(here, List.of(anna, bert));
        registry().addUsers(there, List.of(cleo));
        assertEquals(new Present(3, List.of(cleo, bert, anna)), registry().recentlyActive(10));

        registry().addUsers(there, List.of(anna));
        assertEquals(new Present(3, List.of(anna, cleo)), registry().recentlyActive(2));

        registry().removeUsers(there, List.of(cleo));
        assertEquals(new Present(2, List.of(anna, bert)), registry().recentlyActive(10));
    }

    @Test
    void those_who_are_online_are_told_from_the_others() {
        registry().addUsers(here, List.of(anna));
        registry().addUsers(there, List.of(bert));

        assertEquals(Set.of(anna, bert), registry().onlineAmong(List.of(anna, bert, cleo)));
    }

    @Test
    void the_first_node_is_told_that_a_user_is_live_in_a_room_and_the_last_one_that_they_are_not() {
        assertEquals(
                Set.of(in(room, anna), in(other, anna)),
                registry().addViewers(here, List.of(in(room, anna), in(other, anna))));
        assertEquals(Set.of(in(room, bert)), registry().addViewers(there, List.of(in(room, anna), in(room, bert))));

        assertEquals(Set.of(in(other, anna)), registry().removeViewers(here, List.of(in(room, anna), in(other, anna))));
        assertEquals(Set.of(in(room, anna)), registry().removeViewers(there, List.of(in(room, anna))));
    }

    @Test
    void those_who_are_live_in_a_room_are_counted_once_and_listed_by_id() {
        List<UserId> users = List.of(user("90"), user("20"), user("70"));
        registry().addViewers(here, users.stream().map(user -> in(room, user)).toList());
        registry().addViewers(there, List.of(in(room, user("90")), in(other, anna)));

        assertEquals(new Present(3, List.of(user("20"), user("70"))), registry().live(room, 2));
        assertEquals(new Present(0, List.of()), registry().live(Fixtures.roomId(), 2));
        RoomId empty = Fixtures.roomId();
        assertEquals(Map.of(room, 3, other, 1, empty, 0), registry().countLive(List.of(room, other, empty)));
    }

    @Test
    void being_live_in_a_room_makes_nobody_online() {
        registry().addViewers(here, List.of(in(room, anna)));

        assertEquals(0, registry().online(Optional.empty(), 10).count());
        assertEquals(new Present(0, List.of()), registry().recentlyActive(10));
    }

    @Test
    void very_many_come_and_go_in_one_call() {
        List<UserId> users =
                IntStream.range(0, 2_000).mapToObj(i -> Fixtures.userId()).toList();

        assertEquals(2_000, registry().addUsers(here, users).size());
        assertEquals(2_000, registry().online(Optional.empty(), 0).count());
        assertEquals(2_000, registry().removeUsers(here, users).size());
    }

    @Test
    void of_parallel_nodes_exactly_one_is_first_and_one_is_last() {
        List<NodeId> nodes = IntStream.range(0, 16).mapToObj(i -> node()).toList();
        nodes.forEach(node -> registry().renew(node, TTL));

        List<Boolean> first = Race.run(
                16, i -> registry().addUsers(nodes.get(i), List.of(anna)).contains(anna));
        List<Boolean> last = Race.run(
                16, i -> registry().removeUsers(nodes.get(i), List.of(anna)).contains(anna));

        assertEquals(1, first.stream().filter(Boolean::booleanValue).count());
        assertEquals(1, last.stream().filter(Boolean::booleanValue).count());
        assertTrue(registry().online(Optional.empty(), 1).users().isEmpty());
    }

    private static Viewer in(RoomId room, UserId user) {
        return new Viewer(user, room);
    }

    private static UserId user(String start) {
        return new UserId(UUID.fromString(start + "000000-0000-7000-8000-000000000000"));
    }

    private static NodeId node() {
        return new NodeId(UUID.randomUUID());
    }
}
