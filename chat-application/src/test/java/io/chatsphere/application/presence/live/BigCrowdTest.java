package io.chatsphere.application.presence.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.delivery.Notice;
import io.chatsphere.application.presence.live.Town.Node;
import io.chatsphere.application.presence.live.Town.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More are online than a list holds. */
class BigCrowdTest {
    private static final int CROWD = 5_000;

    @Test
    void a_newcomer_is_shown_themselves_and_those_who_were_active_last() {
        Town town = new Town(3);
        Node node = town.node();
        for (String name : List.of("anna", "bert", "cleo", "dora")) {
            town.connect(node, name);
            town.pass(2);
        }
        town.connect(node, "anna");

        Seat emil = town.connect(node, "emil");

        assertThat(emil.screen().lists()).containsExactly("anna dora emil");
    }

    @Test
    void the_others_are_shown_what_changed_instead_of_a_list_once_a_second() {
        Town town = new Town(3);
        Node node = town.node();
        Seat anna = town.connect(node, "anna");
        Seat bert = town.connect(node, "bert");
        town.connect(node, "cleo");
        town.pass(2);
        anna.screen().clear();

        town.connect(node, "dora");
        town.connect(node, "emil");
        town.pass(1);
        assertThat(anna.screen().changes()).containsExactly("+dora emil -");

        bert.close();
        town.pass(4);
        assertThat(anna.screen().changes()).containsExactly("+dora emil -", "+ -bert");
        assertThat(anna.screen().lists()).isEmpty();
    }

    @Test
    void whoever_comes_and_goes_within_a_second_of_frames_is_shown_as_they_are_now() {
        Town town = new Town(1);
        Node node = town.node();
        Seat anna = town.connect(node, "anna");
        town.connect(node, "bert");
        town.pass(2);
        anna.screen().clear();
        Node dying = town.node();
        town.connect(dying, "cleo");

        dying.presence().close();
        town.pass(1);

        assertThat(anna.screen().changes()).containsExactly("+ -cleo");
    }

    @Test
    void a_newcomer_is_not_shown_again_what_their_list_says() {
        Town town = new Town(1);
        Node node = town.node();
        Seat anna = town.connect(node, "anna");
        town.pass(1);
        Seat bert = town.connect(node, "bert");

        town.pass(10);

        assertThat(anna.screen().changes()).containsExactly("+bert -");
        assertThat(bert.screen().lists()).containsExactly("bert");
        assertThat(bert.screen().changes()).isEmpty();
    }

    @Test
    void whole_lists_come_again_when_few_enough_are_left() {
        Town town = new Town(2);
        Node node = town.node();
        Seat anna = town.connect(node, "anna");
        Seat bert = town.connect(node, "bert");
        town.pass(2);
        Seat cleo = town.connect(node, "cleo");
        town.pass(2);

        bert.close();
        town.pass(5);

        assertThat(anna.screen().lists()).last().isEqualTo("anna cleo");
        assertThat(cleo.screen().lists()).last().isEqualTo("anna cleo");
        assertThat(anna.screen().changes()).containsExactly("+cleo -");
    }

    @Test
    void of_very_many_changes_the_latest_hundred_are_shown_fifty_in_a_second() {
        Town town = new Town(10);
        Node node = town.node();
        Seat anna = town.connect(node, "anna");
        town.pass(2);
        IntStream.range(0, 450).forEach(i -> town.connect(node, "guest" + i));
        anna.screen().clear();

        List<Integer> sizes = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            town.pass(1);
            sizes.add(shown(anna));
            anna.screen().clear();
        }

        assertThat(sizes).containsExactly(50, 50, 0, 0, 0);
    }

    @Test
    void five_thousand_who_connect_at_once_cost_reads_and_notices_by_the_number_of_people_alone() {
        Town town = new Town(200);
        List<Runnable> waiting = new ArrayList<>();
        Node node = town.node(new Rhythm(town.time()::nanos, waiting::add, later -> {}));
        List<Seat> seats = IntStream.range(0, CROWD)
                .mapToObj(i -> town.connect(node, "guest" + i))
                .toList();

        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }

        assertThat(town.registry().recentlyActive(1).count()).isEqualTo(CROWD);
        assertThat(town.registry().writes()).isLessThan(2 * 20);
        assertThat(town.registry().reads()).isLessThan(2 * 20);
        assertThat(seats).allSatisfy(seat -> {
            assertThat(seat.screen().lists()).hasSizeBetween(1, 2);
            assertThat(first(seat).users()).contains(seat.session().user()).hasSizeLessThanOrEqualTo(200);
        });
        // What is encoded once for many.
        assertThat(seats.stream()
                        .map(seat -> seat.screen().notices().getFirst())
                        .distinct())
                .hasSizeLessThan(CROWD / 50);
    }

    @Test
    void five_thousand_who_connect_one_by_one_cost_one_notice_each_and_no_read() {
        Town town = new Town(200);
        Node node = town.node();
        List<Seat> seats = new ArrayList<>();
        int before = town.registry().reads();
        for (int i = 0; i < CROWD; i++) {
            seats.add(town.connect(node, "guest" + i));
        }
        // One list when the first came, and in each room entered one count of who is told.
        assertThat(town.registry().reads() - before).isLessThan(CROWD + 10);
        assertThat(notices(seats)).isEqualTo(CROWD);

        town.pass(1);
        assertThat(notices(seats)).isLessThanOrEqualTo(2L * CROWD);
    }

    private static long notices(List<Seat> seats) {
        return seats.stream().mapToLong(seat -> seat.screen().notices().size()).sum();
    }

    private static int shown(Seat seat) {
        return seat.screen().notices().stream()
                .map(notice -> (Notice.Body.PresenceChanged) notice.body())
                .mapToInt(changed -> changed.online().size() + changed.offline().size())
                .sum();
    }

    private static Notice.Body.OnlineUsers first(Seat seat) {
        return (Notice.Body.OnlineUsers) seat.screen().notices().getFirst().body();
    }
}
