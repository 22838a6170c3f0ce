package io.chatsphere.application.presence.live;

import static io.chatsphere.application.presence.live.Town.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.presence.live.Town.Node;
import io.chatsphere.application.presence.live.Town.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nodes die, the registry goes away and comes back, and the chat is closed. */
class FailureTest {
    private final Town town = new Town(200);
    private final Node node = town.node();

    @Test
    void users_of_a_node_that_died_are_offline_when_its_lease_has_ended() {
        Seat anna = town.connect(node, "anna");
        List<Runnable> ticks = new ArrayList<>();
        Node dying = town.node(new Rhythm(town.time()::nanos, Runnable::run, ticks::add));
        town.connect(dying, "bert");
        List<String> general = town.comingAndGoing(GENERAL);
        town.pass(8);
        assertThat(anna.screen().lists()).last().isEqualTo("anna bert");

        town.pass(4);

        assertThat(anna.screen().lists()).last().isEqualTo("anna");
        assertThat(general).containsExactly("-bert");
        assertThat(town.lastSeen("bert")).isPresent();
        assertThat(town.lastSeen("anna")).isEmpty();
    }

    @Test
    void a_node_that_was_taken_for_dead_writes_its_entries_again() {
        List<Runnable> ticks = new ArrayList<>();
        Node stopped = town.node(new Rhythm(town.time()::nanos, Runnable::run, ticks::add));
        Seat bert = town.connect(stopped, "bert");
        town.connect(node, "anna");
        town.pass(12);
        assertThat(town.registry().online(Optional.empty(), 10).users()).containsExactly(Town.id("anna"));

        List.copyOf(ticks).forEach(Runnable::run);

        assertThat(town.registry().online(Optional.empty(), 10).count()).isEqualTo(2);
        assertThat(town.registry().live(GENERAL, 10).count()).isEqualTo(2);
        for (int second = 0; second < 12; second++) {
            town.pass(1);
            ticks.removeLast().run();
        }
        assertThat(bert.screen().lists()).last().isEqualTo("anna bert");
    }

    @Test
    void with_the_registry_away_nobody_is_declared_offline_and_newcomers_are_served() {
        Seat anna = town.connect(node, "anna");
        town.connect(node, "bert").close();
        town.pass(1);
        town.registry().away(true);
        town.pass(60);

        Seat cleo = town.connect(node, "cleo");
        town.pass(5);

        assertThat(anna.screen().lists()).containsExactly("anna", "anna bert");
        assertThat(cleo.screen().lists()).containsExactly("anna bert cleo");
        assertThat(town.lastSeen("bert")).isEmpty();
    }

    @Test
    void when_the_registry_comes_back_it_is_told_everything_that_happened() {
        Seat anna = town.connect(node, "anna");
        town.connect(node, "bert").close();
        town.registry().away(true);
        town.pass(5);
        town.connect(node, "cleo");

        town.registry().away(false);
        town.pass(12);

        assertThat(anna.screen().lists()).last().isEqualTo("anna cleo");
        assertThat(town.lastSeen("bert")).isPresent();
        assertThat(town.registry().live(GENERAL, 10).count()).isEqualTo(2);
    }

    @Test
    void a_registry_that_was_started_again_is_filled_again() {
        Seat anna = town.connect(node, "anna");
        Seat bert = town.connect(town.node(), "bert");
        town.pass(1);

        town.registry().restart();
        town.pass(3);

        assertThat(town.registry().online(Optional.empty(), 10).count()).isEqualTo(2);
        assertThat(town.registry().live(GENERAL, 10).count()).isEqualTo(2);
        town.pass(12);
        assertThat(anna.screen().lists()).containsExactly("anna", "anna bert");
        assertThat(bert.screen().lists()).containsExactly("anna bert");
    }

    @Test
    void nobody_is_taken_for_dead_whose_lease_ended_while_the_registry_was_away() {
        Seat anna = town.connect(node, "anna");
        Seat bert = town.connect(town.node(), "bert");
        town.pass(12);
        List<String> general = town.comingAndGoing(GENERAL);

        town.registry().away(true);
        town.pass(30);
        town.registry().away(false);
        town.pass(15);

        assertThat(general).isEmpty();
        assertThat(anna.screen().lists()).containsExactly("anna", "anna bert");
        assertThat(bert.screen().lists()).containsExactly("anna bert");
        assertThat(town.lastSeen("anna")).isEmpty();
        assertThat(town.lastSeen("bert")).isEmpty();
    }

    @Test
    void a_node_that_dies_while_the_registry_is_away_is_found_within_15_seconds_of_its_return() {
        Seat anna = town.connect(node, "anna");
        List<Runnable> ticks = new ArrayList<>();
        Node dying = town.node(new Rhythm(town.time()::nanos, Runnable::run, ticks::add));
        town.connect(dying, "bert");
        town.pass(1);

        town.registry().away(true);
        town.pass(30);
        town.registry().away(false);
        town.pass(13);

        assertThat(anna.screen().lists()).last().isEqualTo("anna");
        assertThat(town.lastSeen("bert")).isPresent();
    }

    @Test
    void whoever_left_is_noted_also_when_the_answer_of_the_registry_was_lost() {
        town.connect(node, "anna");
        Seat bert = town.connect(node, "bert");
        town.pass(1);
        bert.close();
        var closedAt = town.now();
        town.registry().deaf(true);
        town.pass(4);

        town.registry().deaf(false);
        town.pass(15);

        assertThat(town.lastSeen("bert")).contains(closedAt);
        assertThat(town.lastSeen("anna")).isEmpty();
    }

    @Test
    void sessions_are_told_when_presence_grows_stale_and_when_it_is_not_any_more() {
        Seat anna = town.connect(node, "anna");
        town.pass(1);

        town.registry().away(true);
        town.pass(5);
        Seat bert = town.connect(node, "bert");
        assertThat(anna.screen().stale()).containsExactly(false, true);
        assertThat(bert.screen().stale()).containsExactly(true);
        assertThat(node.presence().known().users()).hasSize(2);
        assertThat(node.presence().known().stale()).isTrue();

        town.registry().away(false);
        town.pass(12);
        assertThat(anna.screen().stale()).startsWith(false, true, false).endsWith(false);
        assertThat(bert.screen().stale()).startsWith(true, false).endsWith(false);
        assertThat(node.presence().known().stale()).isFalse();
    }

    @Test
    void when_a_user_was_last_seen_is_written_once_when_their_grace_is_over() {
        Seat anna = town.connect(node, "anna");
        town.pass(10);
        anna.close();
        var closedAt = town.now();

        town.pass(2);
        assertThat(town.lastSeen("anna")).isEmpty();

        town.pass(10);
        assertThat(town.lastSeen("anna")).contains(closedAt);
    }

    @Test
    void a_node_that_closes_takes_its_users_with_it_and_notes_when_they_were_seen() {
        Seat anna = town.connect(node, "anna");
        Node closing = town.node();
        town.connect(closing, "bert");
        Seat cleo = town.connect(closing, "cleo");
        town.pass(2);
        cleo.close();
        var closedAt = town.now();
        town.pass(1);

        closing.presence().close();
        closing.presence().close();
        town.pass(1);

        assertThat(anna.screen().lists()).last().isEqualTo("anna");
        assertThat(town.registry().live(GENERAL, 10).users()).containsExactly(Town.id("anna"));
        assertThat(town.lastSeen("bert")).contains(town.now().minusSeconds(1));
        assertThat(town.lastSeen("cleo")).contains(closedAt);
        assertThat(town.lastSeen("anna")).isEmpty();
    }

    @Test
    void closing_with_the_registry_away_still_notes_when_users_were_seen() {
        town.connect(node, "anna");
        town.registry().away(true);

        node.presence().close();

        assertThat(town.lastSeen("anna")).contains(town.now());
    }
}
