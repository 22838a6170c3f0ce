package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chatsphere.domain.limit.Budget;
import io.chatsphere.domain.limit.Rate;
import io.chatsphere.domain.limit.RateKey;
import io.chatsphere.domain.limit.RateLimiter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How a {@link RateLimiter} counts. Extend it, and return the limiter to be proved from {@link #limiter()}, the same one
 * throughout a test; it may know other subjects. Nothing here fails because more time passes than is asked for in
 * {@link #pass}, as long as a test takes less than minutes.
 */
@ContractOf(RateLimiter.class)
public abstract class RateLimiterContract {
    private static final int RACERS = 20;

    /** So many that nothing comes back during a test. */
    private static final Rate SLOW = new Rate(5, Duration.ofDays(5));

    /** One comes back each second. */
    private static final Rate QUICK = new Rate(2, Duration.ofSeconds(2));

    private final RateKey key = new RateKey("kit", Fixtures.unique());

    /** The limiter to be proved. */
    protected abstract RateLimiter limiter();

    /** Lets this much time, or a little more, pass for the limiter. */
    protected abstract void pass(Duration time);

    @Test
    void a_budget_begins_whole_and_ends() {
        for (int left = 4; left >= 0; left--) {
            Budget budget = take(SLOW);
            assertTrue(budget.granted());
            assertEquals(left, budget.remaining());
        }

        Budget refused = take(SLOW);
        assertFalse(refused.granted());
        assertEquals(0, refused.remaining());
    }

    @Test
    void a_budget_tells_when_one_more_is_granted() {
        assertEquals(Duration.ZERO, take(SLOW).retryAfter());
        spend(SLOW, 3);

        for (Budget empty : List.of(take(SLOW), take(SLOW))) {
            assertTrue(empty.retryAfter().isPositive());
            assertTrue(empty.retryAfter().compareTo(Duration.ofDays(1)) <= 0);
        }
    }

    @Test
    void a_budget_tells_when_it_is_whole_again() {
        Duration once = take(SLOW).resetAfter();
        Duration twice = take(SLOW).resetAfter();

        assertTrue(once.isPositive());
        assertTrue(once.compareTo(Duration.ofDays(1)) <= 0);
        assertTrue(twice.compareTo(once) > 0);
        spend(SLOW, 3);
        assertTrue(take(SLOW).resetAfter().compareTo(SLOW.window()) <= 0);
    }

    @Test
    void one_comes_back_when_its_time_has_passed() {
        spend(QUICK, 2);
        Budget refused = take(QUICK);
        assertFalse(refused.granted());

        pass(refused.retryAfter());

        assertTrue(take(QUICK).granted());
    }

    @Test
    void what_is_refused_costs_nothing() {
        spend(QUICK, 2);
        for (int i = 0; i < 50; i++) {
            take(QUICK);
        }

        pass(Duration.ofSeconds(1));

        assertTrue(take(QUICK).granted());
    }

    @Test
    void never_more_than_the_limit_is_there_at_once() {
        Rate rate = new Rate(3, Duration.ofSeconds(3));
        spend(rate, 3);

        pass(Duration.ofSeconds(10));

        assertEquals(2, take(rate).remaining());
    }

    @Test
    void subjects_and_purposes_have_budgets_of_their_own() {
        spend(SLOW, 5);
        assertFalse(take(SLOW).granted());

        RateKey otherSubject = new RateKey(key.purpose(), Fixtures.unique());
        RateKey otherPurpose = new RateKey("other", key.subject());
        assertEquals(4, limiter().take(otherSubject, SLOW).remaining());
        assertEquals(4, limiter().take(otherPurpose, SLOW).remaining());
    }

    @Test
    void odd_subjects_are_subjects_like_any_other() {
        for (String odd : List.of("", " ", "a:b", "张三", "\0", "{x}", "x".repeat(10_000))) {
            RateKey oddKey = new RateKey("kit-" + Fixtures.unique(), odd);
            assertEquals(4, limiter().take(oddKey, SLOW).remaining());
            assertEquals(3, limiter().take(oddKey, SLOW).remaining());
        }
    }

    @Test
    void what_is_given_back_may_be_taken_again() {
        spend(SLOW, 5);

        limiter().giveBack(key, SLOW);

        assertTrue(take(SLOW).granted());
        assertFalse(take(SLOW).granted());
    }

    @Test
    void giving_back_more_than_was_taken_adds_nothing() {
        spend(SLOW, 1);
        limiter().giveBack(key, SLOW);
        limiter().giveBack(key, SLOW);
        limiter().giveBack(new RateKey("kit", Fixtures.unique()), SLOW);

        assertEquals(4, take(SLOW).remaining());
    }

    @Test
    void a_budget_that_is_reset_is_whole() {
        spend(SLOW, 5);

        limiter().reset(key);
        limiter().reset(key);

        assertEquals(4, take(SLOW).remaining());
    }

    @Test
    void a_limit_of_one_grants_one() {
        Rate one = new Rate(1, Duration.ofDays(1));

        assertEquals(0, take(one).remaining());
        assertFalse(take(one).granted());
        limiter().giveBack(key, one);
        assertTrue(take(one).granted());
    }

    @Test
    void parallel_takes_get_together_what_the_budget_holds() {
        Rate rate = new Rate(7, Duration.ofDays(7));

        List<Budget> budgets = Race.run(RACERS, i -> take(rate));

        assertEquals(7, budgets.stream().filter(Budget::granted).count());
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6),
                budgets.stream()
                        .filter(Budget::granted)
                        .map(Budget::remaining)
                        .sorted()
                        .toList());
    }

    private Budget take(Rate rate) {
        return limiter().take(key, rate);
    }

    private void spend(Rate rate, int count) {
        for (int i = 0; i < count; i++) {
            assertTrue(take(rate).granted());
        }
    }
}
