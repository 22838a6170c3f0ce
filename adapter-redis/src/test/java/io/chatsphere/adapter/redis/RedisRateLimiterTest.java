package io.chatsphere.adapter.redis;

import io.chatsphere.contract.RateLimiterContract;
import io.chatsphere.domain.limit.RateLimiter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class RedisRateLimiterTest extends RateLimiterContract {
    private static TestNodes nodes;
    private static RateLimiter limiter;

    @BeforeAll
    static void open() {
        nodes = new TestNodes(3);
        limiter = nodes.port(RateLimiter.class, node -> node.limiter(TestNodes.unasked(RateLimiter.class)));
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    @Override
    protected RateLimiter limiter() {
        return limiter;
    }

    /** As if all budgets had been spent so much earlier: the server's clock cannot be set. */
    @Override
    protected void pass(Duration time) {
        String earlier = """
                for _, key in ipairs(redis.call('KEYS', 'chatsphere:limit:*')) do
                  local value = redis.call('GET', key) - ARGV[1] * 1000
                  local left = redis.call('PTTL', key) - ARGV[1]
                  redis.call('SET', key, string.format('%.0f', value), 'PX', math.max(1, left))
                end""";
        nodes.run(redis -> redis.eval(earlier, List.of(), List.of(String.valueOf(time.toMillis() + 1))));
    }
}
