package io.chatsphere.application.memory;

import io.chatsphere.domain.limit.Budget;
import io.chatsphere.domain.limit.Rate;
import io.chatsphere.domain.limit.RateKey;
import io.chatsphere.domain.limit.RateLimiter;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The limits of a single node. It keeps the budgets of at most {@value #MAX_BUDGETS} subjects that are not whole; beyond
 * that it forgets those that would be whole soonest, which a flood of new subjects costs itself.
 */
public final class InMemoryRateLimiter implements RateLimiter {
    /** The greatest number of budgets that are kept. */
    public static final int MAX_BUDGETS = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final LongSupplier ticker;
    private final SpentBudgets budgets;
    private final long origin;

    /**
     * With room for {@link #MAX_BUDGETS}.
     *
     * @param ticker monotonic nanoseconds since any moment, as {@link System#nanoTime}
     */
    public InMemoryRateLimiter(LongSupplier ticker) {
        this(ticker, MAX_BUDGETS);
    }

    InMemoryRateLimiter(LongSupplier ticker, int maxBudgets) {
        this.ticker = ticker;
        this.budgets = new SpentBudgets(maxBudgets);
        this.origin = ticker.getAsLong();
    }

    @Override
    public Budget take(RateKey key, Rate rate) {
        Refill refill = new Refill(rate);
        lock.lock();
        try {
            long now = forgetWhole();
            long missing = budgets.wholeAt(key).orElse(now) - now;
            boolean granted = missing + refill.one() <= refill.all();
            long left = granted ? missing + refill.one() : missing;
            if (granted) {
                budgets.put(key, now + left);
            }
            return refill.budget(granted, left);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void giveBack(RateKey key, Rate rate) {
        lock.lock();
        try {
            long now = forgetWhole();
            budgets.wholeAt(key).ifPresent(wholeAt -> {
                long earlier = wholeAt - new Refill(rate).one();
                if (earlier > now) {
                    budgets.put(key, earlier);
                } else {
                    budgets.remove(key);
                }
            });
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void reset(RateKey key) {
        lock.lock();
        try {
            budgets.remove(key);
        } finally {
            lock.unlock();
        }
    }

    /** How many budgets are kept. */
    int size() {
        lock.lock();
        try {
            forgetWhole();
            return budgets.size();
        } finally {
            lock.unlock();
        }
    }

    /** Gives the nanoseconds since this limiter was made: never negative, whatever the ticker counts from. */
    private long forgetWhole() {
        long now = ticker.getAsLong() - origin;
        budgets.forgetWhole(now);
        return now;
    }

    /** How a budget refills, in nanoseconds: a limit that does not divide its window is met to a few of them. */
    private record Refill(long one, int limit) {
        Refill(Rate rate) {
            this(Math.max(1, rate.window().toNanos() / rate.limit()), rate.limit());
        }

        long all() {
            return one * limit;
        }

        Budget budget(boolean granted, long missing) {
            return Budget.refilling(granted, limit, Duration.ofNanos(one), Duration.ofNanos(missing));
        }
    }
}
