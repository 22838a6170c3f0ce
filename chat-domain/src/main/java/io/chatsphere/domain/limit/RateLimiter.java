package io.chatsphere.domain.limit;

/**
 * Counts what is limited. A budget begins whole and refills evenly: {@link Rate#limit()} over {@link Rate#window()}; at most
 * the limit is ever there at once. Times are monotonic.
 *
 * <p>Thread-safe: parallel takers get together no more than the budget holds. It never fails and blocks at most for a short
 * time: where budgets are shared between nodes and the share is away, each node counts for itself. A budget that is whole
 * takes no memory, and hostile subjects cannot make it grow without bound.
 */
public interface RateLimiter {
    /** Takes one from the budget, if one is there. */
    Budget take(RateKey key, Rate rate);

    /** Gives one back that turned out not to count. */
    void giveBack(RateKey key, Rate rate);

    /** Makes the budget whole. */
    void reset(RateKey key);
}
