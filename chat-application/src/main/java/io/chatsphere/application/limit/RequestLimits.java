package io.chatsphere.application.limit;

import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.limit.Budget;
import io.chatsphere.domain.limit.Rate;
import java.util.Optional;

/** Counts requests, for protocols that answer requests. Thread-safe. */
public final class RequestLimits {
    /** What a request was counted against, and what is left of it. */
    public record Counted(Rate rate, Budget budget) {}

    /** Counts a request of a user; empty if requests are not limited. */
    public Optional<Counted> ofUser(UserId user) {
        throw new UnsupportedOperationException();
    }

    /** Counts a request of nobody who is signed in; empty if requests are not limited. */
    public Optional<Counted> ofAddress(String address) {
        throw new UnsupportedOperationException();
    }

    /** Counts a registration; empty if registrations are not limited. */
    public Optional<Counted> registration(String address) {
        throw new UnsupportedOperationException();
    }
}
