package io.chatsphere.domain.limit;

import java.time.Duration;

/** So many in so much time; both positive. */
public record Rate(int limit, Duration window) {
    public Rate {
        if (limit < 1 || !window.isPositive()) {
            throw new IllegalArgumentException("a rate has a positive limit and window");
        }
    }
}
