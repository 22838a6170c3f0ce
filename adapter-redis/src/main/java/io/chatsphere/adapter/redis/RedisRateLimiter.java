package io.chatsphere.adapter.redis;

import static io.chatsphere.adapter.redis.Script.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.limit.Budget;
import io.chatsphere.domain.limit.Rate;
import io.chatsphere.domain.limit.RateKey;
import io.chatsphere.domain.limit.RateLimiter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/**
 * Budgets that all nodes share: of each the moment at which it is whole again, by the server's clock, in a key that ends then.
 * With Redis away this node counts for itself, and what it counted then is not added later.
 */
final class RedisRateLimiter implements RateLimiter {
    private static final Script SCRIPT = Script.load("limit.lua");
    private static final System.Logger LOG = System.getLogger(RedisRateLimiter.class.getName());
    private static final String KEYS = "chatsphere:limit:";

    private final RedisCommands commands;
    private final RateLimiter local;

    RedisRateLimiter(RedisCommands commands, RateLimiter local) {
        this.commands = commands;
        this.local = local;
    }

    @Override
    public Budget take(RateKey key, Rate rate) {
        try {
            return count(key, rate, 1);
        } catch (ChatException.Unavailable e) {
            return local.take(key, rate);
        }
    }

    @Override
    public void giveBack(RateKey key, Rate rate) {
        try {
            count(key, rate, -1);
        } catch (ChatException.Unavailable e) {
            local.giveBack(key, rate);
        }
    }

    @Override
    public void reset(RateKey key) {
        local.reset(key);
        try {
            commands.run(jedis -> jedis.del(name(key)));
        } catch (ChatException.Unavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "a shared budget is not reset and refills by itself", e);
        }
    }

    /** In microseconds: a limit that does not divide its window is met to a few of them. */
    private Budget count(RateKey key, Rate rate, int count) {
        long one = Math.max(1, MICROSECONDS.convert(rate.window().dividedBy(rate.limit())));
        List<byte[]> numbers = List.of(bytes(one), bytes(one * rate.limit()), bytes(count));
        List<?> answer = (List<?>) commands.run(jedis -> SCRIPT.run(jedis, List.of(bytes(name(key))), numbers));
        return Budget.refilling(
                answer.getFirst().equals(1L),
                rate.limit(),
                Duration.of(one, ChronoUnit.MICROS),
                Duration.of((Long) answer.getLast(), ChronoUnit.MICROS));
    }

    /** The subject may be an e-mail address, which nobody reads in Redis. */
    private static String name(RateKey key) {
        byte[] digest;
        try {
            digest = MessageDigest.getInstance("SHA-256").digest(key.subject().getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
        return KEYS + key.purpose() + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
