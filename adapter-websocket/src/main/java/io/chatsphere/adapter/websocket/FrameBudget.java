package io.chatsphere.adapter.websocket;

import io.chatsphere.domain.limit.Rate;
import java.time.Duration;
import java.util.Optional;

/** How much one connection may still do: so many at once, refilled evenly. Counts in steps; one thread at a time takes. */
final class FrameBudget {
    private final Refill refill;
    private double left;
    private int filledAt;

    /**
     * How budgets are refilled; shared by all connections.
     *
     * @param limit what is there at most
     * @param each what a step adds
     * @param step how long a step takes
     */
    record Refill(int limit, double each, Duration step) {
        static Refill of(Rate rate, Duration step) {
            return new Refill(
                    rate.limit(),
                    rate.limit() * ((double) step.toNanos() / rate.window().toNanos()),
                    step);
        }
    }

    FrameBudget(Refill refill, int now) {
        this.refill = refill;
        this.left = refill.limit();
        this.filledAt = now;
    }

    /** Takes so much, of what there is at most; if that is not there, nothing, and how long until it is. */
    Optional<Duration> take(int now, int weight) {
        int cost = Math.min(weight, refill.limit());
        left = Math.min(refill.limit(), left + (now - filledAt) * refill.each());
        filledAt = now;
        if (left >= cost) {
            left -= cost;
            return Optional.empty();
        }
        long steps = (long) Math.ceil((cost - left) / refill.each());
        return Optional.of(refill.step().multipliedBy(steps));
    }
}
