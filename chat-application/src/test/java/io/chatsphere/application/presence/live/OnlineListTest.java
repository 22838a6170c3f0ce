package io.chatsphere.application.presence.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.delivery.Notice;
import io.chatsphere.application.presence.live.Town.Node;
import io.chatsphere.application.presence.live.Town.Seat;
import io.chatsphere.domain.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Few are online: everybody has the whole list. */
class OnlineListTest {
    private final Town town = new Town(200);
    private final Node node = town.node();

    @Test
    void a_newcomer_is_shown_the_whole_list_at_once_and_themselves_in_it() {
        Seat anna = town.connect(node, "anna");
        Seat bert = town.connect(node, "bert");
        Seat cleo = town.connect(node, "cleo");

        assertThat(anna.screen().lists()).containsExactly("anna");
        assertThat(bert.screen().lists()).containsExactly("anna bert");
        assertThat(cleo.screen().lists()).containsExactly("anna bert cleo");
    }

    @Test
    void the_others_are_shown_all_newcomers_of_a_second_together_in_one_notice() {
        Seat anna = town.connect(node, "anna");
        Seat bert = town.connect(node, "bert");
        town.connect(node, "cleo");
        town.connect(node, "dora");

        town.pass(1);

        assertThat(anna.screen().lists()).containsExactly("anna", "anna bert cleo dora");
        assertThat(bert.screen().lists()).containsExactly("anna bert", "anna bert cleo dora");
        assertThat(last(anna)).isSameAs(last(bert));
    }

    @Test
    void nobody_is_shown_the_same_list_again() {
        Seat anna = town.connect(node, "anna");

        town.pass(60);

        assertThat(anna.screen().notices()).hasSize(1);
    }

    @Test
    void lists_come_at_most_once_a_second_however_many_come_and_go() {
        Seat anna = town.connect(node, "anna");
        for (int i = 0; i < 40; i++) {
            town.connect(node, "guest" + i);
            town.time().pass(Duration.ofMillis(500));
        }

        assertThat(anna.screen().notices()).hasSizeBetween(20, 21);
    }

    @Test
    void whoever_loses_the_last_connection_is_online_for_three_more_seconds() {
        Seat anna = town.connect(node, "anna");
        Seat bert = town.connect(node, "bert");
        town.pass(2);
        bert.close();

        town.time().pass(Duration.ofMillis(2_500));
        assertThat(anna.screen().lists()).last().isEqualTo("anna bert");

        town.time().pass(Duration.ofMillis(1_500));
        assertThat(anna.screen().lists()).last().isEqualTo("anna");
        assertThat(town.registry().online(Optional.empty(), 10).users()).containsExactly(Town.id("anna"));
    }

    @Test
    void whoever_comes_back_in_time_was_never_away() {
        Seat anna = town.connect(node, "anna");
        Seat bert = town.connect(node, "bert");
        town.pass(2);
        anna.screen().clear();
        for (int i = 0; i < 10; i++) {
            bert.close();
            town.pass(2);
            bert = town.connect(node, "bert");
            town.pass(2);
        }

        assertThat(anna.screen().notices()).isEmpty();
        assertThat(bert.screen().lists()).containsExactly("anna bert");
    }

    @Test
    void a_second_connection_is_shown_the_list_and_nobody_else_is_told() {
        Seat anna = town.connect(node, "anna");
        town.pass(1);
        Seat second = town.connect(node, "anna");
        town.pass(1);
        second.close();
        town.pass(5);

        assertThat(second.screen().lists()).containsExactly("anna");
        assertThat(anna.screen().lists()).containsExactly("anna");
    }

    @Test
    void a_user_of_two_nodes_is_online_until_both_have_lost_them() {
        Node other = town.node();
        Seat anna = town.connect(node, "anna");
        Seat bert = town.connect(node, "bert");
        Seat there = town.connect(other, "bert");
        town.pass(2);
        assertThat(there.screen().lists()).containsExactly("anna bert");

        bert.close();
        town.pass(5);
        assertThat(anna.screen().lists()).last().isEqualTo("anna bert");

        there.close();
        town.pass(5);
        assertThat(anna.screen().lists()).last().isEqualTo("anna");
    }

    @Test
    void a_node_that_joins_shows_its_first_guest_who_was_there_before() {
        town.connect(node, "anna");

        Seat bert = town.connect(town.node(), "bert");

        assertThat(bert.screen().lists()).containsExactly("anna bert");
    }

    @Test
    void a_session_that_ended_while_it_opened_is_not_shown() {
        List<Runnable> waiting = new ArrayList<>();
        Node slow = town.node(new Rhythm(town.time()::nanos, waiting::add, later -> {}));
        Seat anna = town.connect(slow, "anna");
        anna.close();

        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }

        List<UserId> online = town.registry().online(Optional.empty(), 10).users();
        assertThat(online).isEmpty();
        assertThat(anna.screen().notices()).isEmpty();
    }

    private static Notice last(Seat seat) {
        return seat.screen().notices().getLast();
    }
}
