package io.chatsphere.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.contract.RateLimiterContract;
import io.chatsphere.domain.limit.Budget;
import io.chatsphere.domain.limit.Rate;
import io.chatsphere.domain.limit.RateKey;
import io.chatsphere.domain.limit.RateLimiter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InMemoryRateLimiterTest extends RateLimiterContract {
    private static final Rate PER_SECOND = new Rate(10, Duration.ofSeconds(10));
    private static final Rate PER_MINUTE = new Rate(10, Duration.ofMinutes(10));

    /** Begins just before the greatest number, behind which a ticker goes on with the least. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

    private final InMemoryRateLimiter limiter = new InMemoryRateLimiter(nanos::get, 100);

    @Override
    protected RateLimiter limiter() {
        return limiter;
    }

    @Override
    protected void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void budgets_refill_evenly_to_the_nanosecond() {
        spend(key("one"), PER_SECOND, 10);
        assertThat(limiter.take(key("one"), PER_SECOND))
                .isEqualTo(new Budget(false, 0, Duration.ofSeconds(10), Duration.ofSeconds(1)));

        pass(Duration.ofSeconds(1).minusNanos(1));
        assertThat(limiter.take(key("one"), PER_SECOND).granted()).isFalse();

        pass(Duration.ofNanos(1));
        assertThat(limiter.take(key("one"), PER_SECOND))
                .isEqualTo(new Budget(true, 0, Duration.ofSeconds(10), Duration.ofSeconds(1)));
    }

    @Test
    void a_budget_says_what_is_left_of_it() {
        assertThat(limiter.take(key("one"), PER_SECOND))
                .isEqualTo(new Budget(true, 9, Duration.ofSeconds(1), Duration.ZERO));

        pass(Duration.ofMillis(300));
        assertThat(limiter.take(key("one"), PER_SECOND))
                .isEqualTo(new Budget(true, 8, Duration.ofMillis(1700), Duration.ZERO));
    }

    @Test
    void a_budget_that_is_whole_takes_no_memory() {
        spend(key("one"), PER_SECOND, 3);
        spend(key("other"), PER_SECOND, 1);
        assertThat(limiter.size()).isEqualTo(2);

        pass(Duration.ofSeconds(1));
        assertThat(limiter.size()).isEqualTo(1);

        pass(Duration.ofSeconds(2));
        assertThat(limiter.size()).isZero();
    }

    @Test
    void a_budget_that_was_given_back_or_reset_takes_no_memory() {
        spend(key("one"), PER_SECOND, 1);
        spend(key("other"), PER_SECOND, 5);

        limiter.giveBack(key("one"), PER_SECOND);
        limiter.reset(key("other"));

        assertThat(limiter.size()).isZero();
    }

    @Test
    void a_flood_of_subjects_stays_bounded_and_frees_nobody_who_spent_more() {
        spend(key("guesser"), PER_MINUTE, 10);

        for (int i = 0; i < 10_000; i++) {
            assertThat(limiter.take(key("flood " + i), PER_SECOND).granted()).isTrue();
        }

        assertThat(limiter.size()).isEqualTo(100);
        assertThat(limiter.take(key("guesser"), PER_MINUTE).granted()).isFalse();
    }

    @Test
    void a_limit_that_does_not_divide_its_window_is_still_met() {
        Rate odd = new Rate(7, Duration.ofSeconds(1));
        spend(key("one"), odd, 7);
        assertThat(limiter.take(key("one"), odd).granted()).isFalse();

        pass(Duration.ofSeconds(1));

        spend(key("one"), odd, 7);
        assertThat(limiter.take(key("one"), odd).granted()).isFalse();
    }

    @Test
    void a_limit_beyond_a_nanosecond_each_is_met_as_well_as_can_be() {
        Rate huge = new Rate(Integer.MAX_VALUE, Duration.ofSeconds(1));

        assertThat(limiter.take(key("one"), huge).remaining()).isEqualTo(Integer.MAX_VALUE - 1);
    }

    private static RateKey key(String subject) {
        return new RateKey("test", subject);
    }

    private void spend(RateKey key, Rate rate, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(limiter.take(key, rate).granted()).isTrue();
        }
    }
}
