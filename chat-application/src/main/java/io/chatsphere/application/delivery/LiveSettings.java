package io.chatsphere.application.delivery;

import java.time.Duration;

/**
 * How live delivery behaves.
 *
 * @param maxSessionsPerUser of one user on this node; one more ends the oldest
 * @param sweepInterval how often counters are compared to find lost changes, give or take 15 %
 * @param connectDeadline how long opening a session may take, and at most twice as long
 */
public record LiveSettings(int maxSessionsPerUser, Duration sweepInterval, Duration connectDeadline) {
    /** Five sessions, a sweep every two seconds, five seconds to connect. */
    public static final LiveSettings DEFAULT = new LiveSettings(5, Duration.ofSeconds(2), Duration.ofSeconds(5));

    public LiveSettings {
        if (maxSessionsPerUser < 1 || !sweepInterval.isPositive() || !connectDeadline.isPositive()) {
            throw new IllegalArgumentException("limits of live delivery must be positive");
        }
    }
}
