package io.chatsphere.bootstrap.load.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.bootstrap.load.plan.Layout.Seat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LayoutTest {
    @Test
    void users_take_the_seats_in_turn() {
        Layout layout = new Layout(new Shape(4, 1, 3, 2, 4));

        assertThat(layout.usersOf(0)).containsExactly(0, 1);
        assertThat(layout.usersOf(1)).containsExactly(2, 3);
        assertThat(layout.usersOf(2)).containsExactly(0, 1);
        assertThat(layout.roomsOfUsers()).containsExactly(List.of(0, 2), List.of(0, 2), List.of(1), List.of(1));
    }

    @Test
    void connections_of_one_user_are_in_the_same_rooms() {
        Layout layout = new Layout(new Shape(5, 2, 1, 4, 1));

        assertThat(layout.usersOf(0)).containsExactly(0, 1);
        assertThat(layout.connectionsOf(0)).containsExactly(0, 1);
        assertThat(layout.connectionsOf(2)).containsExactly(4);
        assertThat(layout.userOf(3)).isEqualTo(1);
    }

    @Test
    void rooms_take_turns_in_sending() {
        Layout layout = new Layout(new Shape(6, 1, 2, 3, 5));

        assertThat(layout.senders())
                .containsExactly(new Seat(0, 0), new Seat(3, 1), new Seat(1, 0), new Seat(4, 1), new Seat(2, 0));
    }
}
