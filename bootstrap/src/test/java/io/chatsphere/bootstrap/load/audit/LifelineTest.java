package io.chatsphere.bootstrap.load.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.load.audit.Lifeline.Taken;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every message is message {@code n} of the run, at position and revision {@code n}, unless a test says otherwise. */
final class LifelineTest {
    private static final boolean COMPLETE = true;
    private static final boolean RESET = true;

    private final Findings findings = new Findings();
    private final RoomOrder room = new RoomOrder("room");
    private final Lifeline life = new Lifeline("connection 0", room, findings);

    LifelineTest() {
        life.begin(0, 0);
    }

    @Test
    void all_messages_in_order_are_right() {
        live(1, 2, 3);
        life.end(3);

        assertThat(faults()).isEmpty();
        assertThat(life.delivered()).isEqualTo(3);
    }

    @Test
    void what_was_missed_may_come_behind_what_is_live_and_again() {
        live(1, 2);
        comeBack();
        assertThat(message(5, 4)).isEqualTo(Taken.EARLY);
        live(3, 4, 5);
        life.resumed(5, COMPLETE, !RESET);
        live(6);
        life.end(6);

        assertThat(faults()).isEmpty();
        assertThat(life.delivered()).isEqualTo(6);
    }

    @Test
    void what_fits_before_the_resume_is_answered_may_come_once_more() {
        live(1, 2);
        comeBack();
        live(3, 4);
        assertThat(message(3, 2)).isEqualTo(Taken.KNOWN);
        assertThat(message(4, 3)).isEqualTo(Taken.KNOWN);
        life.resumed(4, COMPLETE, !RESET);
        live(5);
        life.end(5);

        assertThat(faults()).isEmpty();
        assertThat(life.delivered()).isEqualTo(5);
        assertThat(life.repeated()).isEqualTo(2);
    }

    @Test
    void a_resume_in_parts_is_asked_for_again() {
        live(1);
        comeBack();
        live(2, 3);
        assertThat(life.resumed(3, !COMPLETE, !RESET)).isTrue();
        assertThat(life.ask()).isEqualTo(3);
        live(4);
        assertThat(life.resumed(4, COMPLETE, !RESET)).isFalse();
        life.end(4);

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_lost_message_is_found() {
        live(1);
        message(3, 2);

        assertThat(faults()).containsExactly(Fault.NOT_DELIVERED, Fault.BROKEN_CHAIN);
    }

    @Test
    void a_lost_message_is_found_even_if_the_chain_says_nothing_of_it() {
        live(1);
        life.message(2, 1, 3, 3, 3, true);

        assertThat(faults()).containsExactly(Fault.NOT_DELIVERED);
    }

    @Test
    void the_last_messages_that_never_came_are_found_and_counted() {
        live(1);
        life.end(4);

        assertThat(findings.all())
                .singleElement()
                .satisfies(found -> assertThat(found.fault()).isEqualTo(Fault.NOT_DELIVERED))
                .satisfies(found -> assertThat(found.count()).isEqualTo(3))
                .satisfies(found -> assertThat(found.examples())
                        .containsExactly("connection 0 in room: positions 2 to 4, the last"));
    }

    @Test
    void a_message_that_a_resume_leaves_out_is_found() {
        live(1);
        comeBack();
        live(2);
        life.resumed(4, COMPLETE, !RESET);
        live(5);

        assertThat(faults()).containsExactly(Fault.NOT_DELIVERED);
    }

    @Test
    void a_message_that_comes_twice_is_found() {
        live(1, 2);
        message(2, 1);

        assertThat(faults()).containsExactly(Fault.DELIVERED_TWICE);
        assertThat(life.delivered()).isEqualTo(2);
    }

    @Test
    void a_message_that_comes_again_over_the_next_connection_is_found() {
        live(1, 2);
        life.reconnected();
        message(2, 1);

        assertThat(faults()).containsExactly(Fault.DELIVERED_TWICE);
    }

    @Test
    void what_a_resume_brings_twice_is_found() {
        live(1);
        comeBack();
        live(2, 3);
        message(2, 1);
        message(2, 1);

        assertThat(faults()).contains(Fault.DELIVERED_TWICE);
    }

    @Test
    void messages_out_of_order_are_found() {
        live(1);
        message(3, 2);
        message(2, 1);

        assertThat(faults()).contains(Fault.DELIVERED_OUT_OF_ORDER);
    }

    @Test
    void an_altered_text_is_found() {
        life.message(1, 0, 1, 1, 1, false);

        assertThat(faults()).containsExactly(Fault.DELIVERED_ALTERED);
    }

    @Test
    void another_message_than_others_got_at_that_position_is_found() {
        live(1);
        Lifeline other = new Lifeline("connection 1", room, findings);
        other.begin(0, 0);
        other.message(1, 0, 1, 7, 7, true);

        assertThat(faults()).containsExactly(Fault.DELIVERED_ALTERED);
    }

    @Test
    void a_message_that_is_not_stored_is_found() {
        live(1, 2);
        life.end(1);

        assertThat(faults()).containsExactly(Fault.DELIVERED_ALTERED);
    }

    @Test
    void a_change_of_another_kind_keeps_the_chain() {
        live(1);
        life.change(2, 1);
        life.message(3, 2, 2, 2, 2, true);
        life.change(5, 4);

        assertThat(faults()).containsExactly(Fault.BROKEN_CHAIN);
    }

    @Test
    void a_cursor_that_the_server_does_not_know_any_more_is_found() {
        live(1, 2, 3);
        comeBack();
        assertThat(life.resumed(1, COMPLETE, RESET)).isFalse();

        assertThat(faults()).containsExactly(Fault.CURSOR_REFUSED);
    }

    private void comeBack() {
        life.reconnected();
        life.ask();
    }

    private void live(int... numbers) {
        for (int number : numbers) {
            message(number, number - 1);
        }
    }

    private Taken message(int number, int prev) {
        return life.message(number, prev, number, number, number, true);
    }

    private List<Fault> faults() {
        return findings.all().stream().map(Findings.Found::fault).toList();
    }
}
