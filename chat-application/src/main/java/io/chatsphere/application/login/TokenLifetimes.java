package io.chatsphere.application.login;

import java.time.Duration;

/** How long tokens are good for; both positive. */
public record TokenLifetimes(Duration access, Duration refresh) {
    /** Half an hour, and a week. */
    public static final TokenLifetimes DEFAULT = new TokenLifetimes(Duration.ofMinutes(30), Duration.ofDays(7));

    public TokenLifetimes {
        if (!access.isPositive() || !refresh.isPositive()) {
            throw new IllegalArgumentException("lifetimes must be positive");
        }
    }
}
