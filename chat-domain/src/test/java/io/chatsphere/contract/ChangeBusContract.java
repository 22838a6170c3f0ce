package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.ChangeBus.Following;
import io.chatsphere.domain.delivery.ChangeBus.Origin;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What a {@link ChangeBus} does within one node. Extend it, and return the bus to be proved from {@link #bus()}: the same one
 * throughout a test, closed after it; what its changes do on other nodes is no matter here.
 */
@ContractOf(ChangeBus.class)
public abstract class ChangeBusContract {
    private final RoomId room = Fixtures.roomId();
    private final UserId user = Fixtures.userId();
    private final List<RoomChange> seen = new ArrayList<>();
    private final List<UserChange> seenOfUser = new ArrayList<>();

    /** The bus to be proved. */
    protected abstract ChangeBus bus();

    @Test
    void followers_have_what_this_node_publishes_before_publishing_returns() {
        List<Origin> origins = new ArrayList<>();
        bus().follow(room, (changes, origin) -> {
            seen.addAll(changes);
            origins.add(origin);
        });

        bus().publish(changes(room, 1, 3));

        assertEquals(changes(room, 1, 3), seen);
        assertEquals(List.of(Origin.LOCAL), origins);
    }

    @Test
    void what_one_thread_publishes_arrives_in_order() {
        bus().follow(room, (changes, origin) -> seen.addAll(changes));

        for (int revision = 1; revision <= 100; revision += 2) {
            bus().publish(changes(room, revision, revision + 1));
        }

        assertEquals(changes(room, 1, 100), seen);
    }

    @Test
    void followers_of_a_user_have_the_users_changes() {
        List<Origin> origins = new ArrayList<>();
        bus().follow(user, (change, origin) -> {
            seenOfUser.add(change);
            origins.add(origin);
        });

        bus().publish(Changes.of(user, 1));
        bus().publish(Changes.of(user, 2));

        assertEquals(List.of(Changes.of(user, 1), Changes.of(user, 2)), seenOfUser);
        assertEquals(List.of(Origin.LOCAL, Origin.LOCAL), origins);
    }

    @Test
    void changes_of_other_rooms_and_users_do_not_arrive() {
        bus().follow(room, (changes, origin) -> seen.addAll(changes));
        bus().follow(user, (change, origin) -> seenOfUser.add(change));

        bus().publish(changes(Fixtures.roomId(), 1, 1));
        bus().publish(Changes.of(Fixtures.userId(), 1));

        assertEquals(List.of(), seen);
        assertEquals(List.of(), seenOfUser);
    }

    @Test
    void a_room_and_a_user_with_one_uuid_are_told_apart() {
        bus().follow(new UserId(room.value()), (change, origin) -> seenOfUser.add(change));

        bus().publish(changes(room, 1, 1));

        assertEquals(List.of(), seenOfUser);
    }

    @Test
    void all_followers_of_a_room_get_its_changes() {
        List<RoomChange> other = new ArrayList<>();
        bus().follow(room, (changes, origin) -> seen.addAll(changes));
        bus().follow(room, (changes, origin) -> other.addAll(changes));

        bus().publish(changes(room, 1, 2));

        assertEquals(changes(room, 1, 2), seen);
        assertEquals(changes(room, 1, 2), other);
    }

    @Test
    void publishing_without_followers_or_changes_does_nothing() {
        bus().follow(room, (changes, origin) -> seen.addAll(changes));

        bus().publish(changes(Fixtures.roomId(), 1, 1));
        bus().publish(Changes.of(Fixtures.userId(), 1));
        bus().publish(List.of());

        assertEquals(List.of(), seen);
    }

    @Test
    void a_following_that_was_ended_gets_nothing_more() {
        Following ofRoom = bus().follow(room, (changes, origin) -> seen.addAll(changes));
        Following ofUser = bus().follow(user, (change, origin) -> seenOfUser.add(change));
        bus().publish(changes(room, 1, 1));

        ofRoom.close();
        ofUser.close();
        bus().publish(changes(room, 2, 2));
        bus().publish(Changes.of(user, 1));

        assertEquals(changes(room, 1, 1), seen);
        assertEquals(List.of(), seenOfUser);
    }

    @Test
    void the_followings_of_one_listener_end_one_by_one() {
        ChangeBus.RoomListener listener = (changes, origin) -> seen.addAll(changes);
        Following first = bus().follow(room, listener);
        Following second = bus().follow(room, listener);
        bus().publish(changes(room, 1, 1));
        assertEquals(2, seen.size());

        first.close();
        first.close();
        bus().publish(changes(room, 2, 2));
        assertEquals(3, seen.size());

        second.close();
        bus().publish(changes(room, 3, 3));
        assertEquals(3, seen.size());
    }

    @Test
    void who_follows_again_gets_changes_again() {
        bus().follow(room, (changes, origin) -> seen.addAll(changes)).close();
        bus().follow(room, (changes, origin) -> seen.addAll(changes));

        bus().publish(changes(room, 1, 1));

        assertEquals(changes(room, 1, 1), seen);
    }

    @Test
    void a_listener_may_follow_and_end_followings_while_it_is_called() {
        List<Following> own = new ArrayList<>();
        own.add(bus().follow(room, (changes, origin) -> {
            own.getFirst().close();
            own.add(bus().follow(room, (later, there) -> seen.addAll(later)));
        }));

        bus().publish(changes(room, 1, 1));
        bus().publish(changes(room, 2, 2));

        assertEquals(2, own.size());
        assertEquals(Changes.of(room, 2), seen.getLast());
    }

    @Test
    void a_listener_may_publish_while_it_is_called() {
        bus().follow(user, (change, origin) -> seenOfUser.add(change));
        bus().follow(room, (changes, origin) -> bus().publish(Changes.of(user, 1)));

        bus().publish(changes(room, 1, 1));

        assertEquals(List.of(Changes.of(user, 1)), seenOfUser);
    }

    @Test
    void followers_that_come_and_go_in_parallel_see_all_that_is_published_between() {
        List<Boolean> saw = Race.run(16, i -> {
            boolean all = true;
            for (int round = 1; round <= 50; round++) {
                all &= followPublishAndLeave(i * 1000L + round);
            }
            return all;
        });

        assertTrue(saw.stream().allMatch(Boolean::booleanValue));
    }

    @Test
    void a_closed_bus_has_no_followers_left() {
        bus().follow(room, (changes, origin) -> seen.addAll(changes));
        Following ofUser = bus().follow(user, (change, origin) -> seenOfUser.add(change));

        bus().close();
        bus().close();
        ofUser.close();
        bus().publish(changes(room, 1, 1));
        bus().publish(Changes.of(user, 1));

        assertEquals(List.of(), seen);
        assertEquals(List.of(), seenOfUser);
    }

    private boolean followPublishAndLeave(long revision) {
        RoomChange own = Changes.of(room, revision);
        AtomicBoolean arrived = new AtomicBoolean();
        Following following = bus().follow(room, (changes, origin) -> {
            if (changes.contains(own)) {
                arrived.set(true);
            }
        });
        bus().publish(List.of(own));
        following.close();
        return arrived.get();
    }

    private static List<RoomChange> changes(RoomId room, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(revision -> Changes.of(room, revision))
                .toList();
    }
}
