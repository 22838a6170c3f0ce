package io.chatsphere.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatsphere.domain.limit.Budget;
import io.chatsphere.domain.limit.Rate;
import io.chatsphere.domain.limit.RateKey;
import io.chatsphere.domain.limit.RateLimiter;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits while Redis is away, and what it keeps of them. */
final class RedisRateLimiterFaultTest {
    private static final Rate RATE = new Rate(3, Duration.ofMinutes(3));
    private static final Budget LOCAL = new Budget(true, 42, Duration.ZERO, Duration.ZERO);

    private final TestNodes nodes = new TestNodes(2);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final RateLimiter limiter = nodes.get(0).limiter(local());
    private final RateKey key = new RateKey("sign-in", "anna@example.org");

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void with_redis_away_each_node_counts_for_itself_and_then_together_again() {
        limiter.take(key, RATE);
        nodes.server().kill();

        assertThat(limiter.take(key, RATE)).isEqualTo(LOCAL);
        limiter.giveBack(key, RATE);
        limiter.reset(key);
        assertThat(told).containsExactly("take", "giveBack", "reset");

        nodes.server().restart();
        nodes.awaitAnswers();
        assertThat(limiter.take(key, RATE).remaining()).isEqualTo(2);
        assertThat(nodes.get(1).limiter(local()).take(key, RATE).remaining()).isEqualTo(1);
    }

    @Test
    void a_key_names_no_subject_and_ends_when_its_budget_is_whole() {
        limiter.take(key, RATE);
        limiter.take(key, RATE);

        Set<String> keys = nodes.run(redis -> redis.keys("*"));

        assertThat(keys)
                .singleElement()
                .asString()
                .startsWith("chatsphere:limit:sign-in:")
                .doesNotContain("anna");
        long left = nodes.run(redis -> redis.pttl(keys.iterator().next()));
        assertThat(Duration.ofMillis(left)).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void a_budget_that_is_whole_takes_no_memory() {
        Rate quick = new Rate(1, Duration.ofMillis(100));
        limiter.take(key, quick);
        limiter.take(new RateKey("requests", "bert"), RATE);
        limiter.giveBack(new RateKey("requests", "bert"), RATE);

        await().until(() -> nodes.<Long>run(redis -> redis.dbSize()) == 0);
    }

    private RateLimiter local() {
        Class<RateLimiter> type = RateLimiter.class;
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    told.add(method.getName());
                    return method.getReturnType() == Budget.class ? LOCAL : null;
                }));
    }
}
