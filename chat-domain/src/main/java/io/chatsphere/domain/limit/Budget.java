package io.chatsphere.domain.limit;

import java.time.Duration;

/**
 * What is left of a budget.
 *
 * @param granted whether what was asked is granted
 * @param remaining how many more would be granted now
 * @param resetAfter how long until the budget is whole again; zero if it is
 * @param retryAfter how long until one more is granted; zero if one is now
 */
public record Budget(boolean granted, int remaining, Duration resetAfter, Duration retryAfter) {
    /**
     * A budget that refills evenly.
     *
     * @param limit what it holds when whole
     * @param one how long until one more comes back
     * @param missing how long until it is whole
     */
    public static Budget refilling(boolean granted, int limit, Duration one, Duration missing) {
        Duration all = one.multipliedBy(limit);
        Duration retryAfter = missing.plus(one).minus(all);
        return new Budget(
                granted,
                (int) Math.max(0, all.minus(missing).dividedBy(one)),
                missing,
                retryAfter.isNegative() ? Duration.ZERO : retryAfter);
    }
}
