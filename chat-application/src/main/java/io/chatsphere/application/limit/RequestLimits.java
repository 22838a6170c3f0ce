package io.chatsphere.application.limit;

import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.limit.Budget;
import io.chatsphere.domain.limit.Rate;
import io.chatsphere.domain.limit.RateKey;
import io.chatsphere.domain.limit.RateLimiter;
import java.util.Optional;

/** Counts requests, for protocols that answer requests. An IPv6 address counts with its whole /64. Thread-safe. */
public final class RequestLimits {
    private final RateLimiter limiter;
    private final LimitSettings settings;

    public RequestLimits(RateLimiter limiter, LimitSettings settings) {
        this.limiter = limiter;
        this.settings = settings;
    }

    /** What a request was counted against, and what is left of it. */
    public record Counted(Rate rate, Budget budget) {}

    /** Counts a request of a user; empty if requests are not limited. */
    public Optional<Counted> ofUser(UserId user) {
        return count(settings.requests(), "requests", user.toString());
    }

    /** Counts a request of nobody who is signed in; empty if requests are not limited. */
    public Optional<Counted> ofAddress(String address) {
        return count(settings.requests(), "requests-of-address", Subjects.ofAddress(address));
    }

    /** Counts a registration; empty if registrations are not limited. */
    public Optional<Counted> registration(String address) {
        return count(settings.registrations(), "registrations", Subjects.ofAddress(address));
    }

    private Optional<Counted> count(Optional<Rate> limit, String purpose, String subject) {
        return limit.map(rate -> new Counted(rate, limiter.take(new RateKey(purpose, subject), rate)));
    }
}
