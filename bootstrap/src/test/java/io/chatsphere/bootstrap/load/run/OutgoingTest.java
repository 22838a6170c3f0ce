package io.chatsphere.bootstrap.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutgoingTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Outgoing outgoing = new Outgoing();
    private final List<String> sent = new ArrayList<>();

    @Test
    void what_is_not_answered_is_sent_again_after_a_while_and_what_is_answered_is_not() {
        write(1, 2);
        outgoing.due(9 * SECOND, this::send);
        assertThat(sent).containsExactly("1", "2");

        assertThat(outgoing.remove(1)).contains("room");
        outgoing.due(10 * SECOND, this::send);
        outgoing.due(11 * SECOND, this::send);

        assertThat(sent).containsExactly("1", "2", "2 again");
        assertThat(outgoing.remove(1)).isEmpty();
        assertThat(outgoing.isEmpty()).isFalse();
    }

    @Test
    void a_server_that_is_asked_too_much_is_left_alone_and_then_asked_one_by_one() {
        write(1, 2);
        outgoing.later(2, SECOND);
        outgoing.slowDown(SECOND);
        write(3, 4);
        outgoing.remove(1);
        outgoing.released(SECOND - 1, this::send);
        assertThat(sent).containsExactly("1", "2");

        outgoing.due(SECOND, this::send);
        assertThat(sent).containsExactly("1", "2", "2 again");
        outgoing.remove(2);
        outgoing.released(SECOND + 1, this::send);
        outgoing.remove(3);
        outgoing.released(SECOND + 2, this::send);
        outgoing.remove(4);
        write(5);

        assertThat(sent).containsExactly("1", "2", "2 again", "3", "4", "5");
    }

    @Test
    void over_a_new_line_everything_is_sent_again() {
        write(1, 2);
        outgoing.slowDown(SECOND);
        outgoing.allDue(1);
        outgoing.due(1, this::send);

        assertThat(sent).containsExactly("1", "2", "1 again", "2 again");
    }

    private void write(int... numbers) {
        for (int number : numbers) {
            outgoing.add(number, "room", 0);
            outgoing.pass(number, 0, this::send);
        }
    }

    private void send(int number, String room, boolean again) {
        sent.add(number + (again ? " again" : ""));
    }
}
