package io.chatsphere.adapter.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.domain.limit.Rate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameBudgetTest {
    private static final Rate FOUR_IN_EIGHT_SECONDS = new Rate(4, Duration.ofSeconds(8));

    private static FrameBudget budget(Duration step) {
        return new FrameBudget(FrameBudget.Refill.of(FOUR_IN_EIGHT_SECONDS, step), 10);
    }

    private static int granted(FrameBudget budget, int now) {
        int granted = 0;
        while (budget.take(now, 1).isEmpty()) {
            granted++;
        }
        return granted;
    }

    @Test
    void so_many_are_there_at_once_and_it_says_how_long_until_the_next() {
        FrameBudget budget = budget(Duration.ofSeconds(1));
        assertThat(granted(budget, 10)).isEqualTo(4);
        assertThat(budget.take(10, 1)).isEqualTo(Optional.of(Duration.ofSeconds(2)));
        assertThat(budget.take(11, 1)).isEqualTo(Optional.of(Duration.ofSeconds(1)));
        assertThat(budget.take(12, 1)).isEmpty();
        assertThat(budget.take(12, 1)).isPresent();
    }

    @Test
    void it_refills_evenly_and_never_holds_more_than_its_limit() {
        FrameBudget budget = budget(Duration.ofMillis(500));
        assertThat(granted(budget, 10)).isEqualTo(4);
        assertThat(granted(budget, 18)).isEqualTo(2);
        assertThat(granted(budget, 1_000_000)).isEqualTo(4);
    }

    @Test
    void what_weighs_more_takes_more_and_what_weighs_too_much_all_that_there_can_be() {
        FrameBudget budget = budget(Duration.ofSeconds(1));
        assertThat(budget.take(10, 3)).isEmpty();
        assertThat(budget.take(10, 3)).isEqualTo(Optional.of(Duration.ofSeconds(4)));
        assertThat(budget.take(10, 1)).isEmpty();
        assertThat(budget.take(1_000, 9)).isEmpty();
        assertThat(budget.take(1_000, 1)).isPresent();
    }
}
