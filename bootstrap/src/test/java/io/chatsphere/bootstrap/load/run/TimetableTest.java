package io.chatsphere.bootstrap.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimetableTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long START = 42;

    @Test
    void each_message_is_due_at_its_time_whatever_became_of_those_before() {
        Timetable timetable = new Timetable(4, START, Duration.ofSeconds(10));

        assertThat(timetable.due(0)).isEqualTo(START);
        assertThat(timetable.due(1)).isEqualTo(START + SECOND / 4);
        assertThat(timetable.due(39)).isEqualTo(START + 39 * SECOND / 4);
        assertThat(timetable.messages()).isEqualTo(40);
    }

    @Test
    void rates_that_divide_nothing_do_not_drift() {
        Timetable timetable = new Timetable(300, START, Duration.ofHours(1));

        assertThat(timetable.messages()).isEqualTo(1_080_000);
        assertThat(timetable.due(1_080_000) - START).isBetween(3_600 * SECOND - 1_000, 3_600 * SECOND + 1_000);
    }

    @Test
    void a_slow_rate_sends_at_least_the_first_message() {
        assertThat(new Timetable(0.01, START, Duration.ofSeconds(1)).messages()).isOne();
    }
}
