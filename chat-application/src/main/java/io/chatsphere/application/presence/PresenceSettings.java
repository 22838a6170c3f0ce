package io.chatsphere.application.presence;

import java.time.Duration;

/**
 * How presence behaves.
 *
 * @param onlineListLimit up to so many people online everybody has the whole list; with more, changes are shown instead
 * @param grace how long somebody may be away before others see it
 * @param lease how long a node's entries outlive its last sign of life
 * @param renewal between two signs of life; well below {@code lease}
 * @param expiry between two looks for nodes that have died
 */
public record PresenceSettings(int onlineListLimit, Duration grace, Duration lease, Duration renewal, Duration expiry) {
    /** Lists of 200, a grace of 3 seconds, a lease of 9, renewed every 3 and looked at every 2. */
    public static final PresenceSettings DEFAULT = new PresenceSettings(
            200, Duration.ofSeconds(3), Duration.ofSeconds(9), Duration.ofSeconds(3), Duration.ofSeconds(2));

    public PresenceSettings {
        if (onlineListLimit < 1 || grace.isNegative() || !renewal.isPositive() || !expiry.isPositive()) {
            throw new IllegalArgumentException("limits of presence must be positive");
        }
        if (renewal.compareTo(lease) >= 0) {
            throw new IllegalArgumentException("a lease must be renewed before it ends");
        }
    }

    /** The same with another length of the list. */
    public PresenceSettings withOnlineListLimit(int limit) {
        return new PresenceSettings(limit, grace, lease, renewal, expiry);
    }
}
