package io.chatsphere.application.presence.live;

import static io.chatsphere.application.presence.live.Town.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.LooseSessions;
import io.chatsphere.application.delivery.SessionWatcher;
import io.chatsphere.application.presence.live.Town.Node;
import io.chatsphere.application.presence.live.Town.Seat;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is live in a room. */
class LiveRoomsTest {
    private static final RoomId TECH = new RoomId(new UUID(1, 2));

    private final Town town = new Town(200);
    private final Node node = town.node();
    private final List<String> told = town.comingAndGoing(TECH);

    @Test
    void every_member_who_connects_is_live_in_general_without_asking() {
        town.banish("bert");
        List<String> general = town.comingAndGoing(GENERAL);

        Seat anna = town.connect(node, "anna");
        Seat bert = town.connect(node, "bert");

        assertThat(general).containsExactly("+anna");
        assertThat(live(GENERAL)).containsExactly(Town.id("anna"));
        assertThat(anna.session().isLiveIn(GENERAL)).isTrue();
        assertThat(bert.session().isLiveIn(GENERAL)).isFalse();
    }

    @Test
    void only_a_users_first_connection_that_enters_is_told() {
        Node other = town.node();

        town.connect(node, "anna").session().enter(TECH);
        town.connect(node, "anna").session().enter(TECH);
        town.connect(other, "anna").session().enter(TECH);

        assertThat(told).containsExactly("+anna");
        assertThat(live(TECH)).containsExactly(Town.id("anna"));
    }

    @Test
    void entering_again_costs_nothing() {
        Seat anna = town.connect(node, "anna");
        anna.session().enter(TECH);
        int writes = town.registry().writes();

        for (int i = 0; i < 100; i++) {
            anna.session().enter(TECH);
        }

        assertThat(town.registry().writes()).isEqualTo(writes);
    }

    @Test
    void leaving_counts_at_once() {
        Seat anna = town.connect(node, "anna");
        anna.session().enter(TECH);

        anna.session().leave(TECH);

        assertThat(told).containsExactly("+anna", "-anna");
        assertThat(live(TECH)).isEmpty();
        assertThat(live(GENERAL)).containsExactly(Town.id("anna"));
    }

    @Test
    void leaving_does_not_count_while_another_connection_is_live_there() {
        Seat first = town.connect(node, "anna");
        Seat second = town.connect(node, "anna");
        first.session().enter(TECH);
        second.session().enter(TECH);

        first.session().leave(TECH);
        assertThat(told).containsExactly("+anna");

        second.session().leave(TECH);
        assertThat(told).containsExactly("+anna", "-anna");
    }

    @Test
    void a_lost_connection_counts_after_three_seconds() {
        Seat anna = town.connect(node, "anna");
        anna.session().enter(TECH);

        anna.close();
        town.pass(2);
        assertThat(told).containsExactly("+anna");

        town.pass(2);
        assertThat(told).containsExactly("+anna", "-anna");
        assertThat(live(TECH)).isEmpty();
    }

    @Test
    void whoever_enters_again_in_time_never_left() {
        Seat anna = town.connect(node, "anna");
        anna.session().enter(TECH);
        anna.close();
        town.pass(2);

        town.connect(node, "anna").session().enter(TECH);
        town.pass(10);

        assertThat(told).containsExactly("+anna");
    }

    @Test
    void whoever_comes_back_without_entering_has_left_after_three_seconds() {
        Seat anna = town.connect(node, "anna");
        anna.session().enter(TECH);
        anna.close();
        town.pass(1);

        town.connect(node, "anna");
        town.pass(3);

        assertThat(told).containsExactly("+anna", "-anna");
    }

    @Test
    void losing_the_one_connection_of_two_that_was_live_there_has_its_grace_too() {
        town.connect(node, "anna");
        Seat second = town.connect(node, "anna");
        second.session().enter(TECH);

        second.close();
        town.pass(2);
        assertThat(told).containsExactly("+anna");

        town.pass(2);
        assertThat(told).containsExactly("+anna", "-anna");
    }

    @Test
    void a_session_that_is_over_enters_nothing() {
        Seat anna = town.connect(node, "anna");
        anna.close();

        anna.session().enter(TECH);
        town.pass(5);

        assertThat(told).isEmpty();
        assertThat(live(TECH)).isEmpty();
    }

    @Test
    void whoever_leaves_in_the_moment_in_which_the_connection_ends_has_left() {
        LooseSessions sessions = new LooseSessions(new Overtaken(node.presence()), (user, room) -> false);
        LiveSession anna = sessions.open(town.user("anna"), new Screen());
        anna.enter(TECH);

        anna.leave(TECH);
        town.pass(5);

        assertThat(told).containsExactly("+anna", "-anna");
        assertThat(live(TECH)).isEmpty();
    }

    @Test
    void with_more_than_two_hundred_live_in_a_room_nobody_is_told() {
        List<Seat> seats = IntStream.range(0, 202)
                .mapToObj(i -> town.connect(node, "guest" + i))
                .toList();

        seats.forEach(seat -> seat.session().enter(TECH));
        assertThat(told).hasSize(200);
        told.clear();

        seats.get(0).session().leave(TECH);
        assertThat(told).isEmpty();
        seats.get(1).session().leave(TECH);
        assertThat(told).containsExactly("-guest1");
    }

    @Test
    void a_connection_looks_at_no_more_than_two_hundred_rooms() {
        Seat anna = town.connect(node, "anna");

        for (int i = 10; i < 400; i++) {
            anna.session().enter(new RoomId(new UUID(1, i)));
        }

        assertThat(anna.session().liveIn()).hasSize(200);
    }

    /** Tells of the end of a session that leaves a room before it tells of the leaving. */
    private record Overtaken(SessionWatcher watcher) implements SessionWatcher {
        @Override
        public void opened(LiveSession session, Predicate<RoomId> isMember) {
            watcher.opened(session, isMember);
        }

        @Override
        public void moved(LiveSession session, RoomId room) {
            if (!session.isLiveIn(room)) {
                session.close();
            }
            watcher.moved(session, room);
        }

        @Override
        public void closed(LiveSession session) {
            watcher.closed(session);
        }
    }

    private List<UserId> live(RoomId room) {
        return town.registry().live(room, 10).users();
    }
}
