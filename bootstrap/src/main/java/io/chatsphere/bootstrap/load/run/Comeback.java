package io.chatsphere.bootstrap.load.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When a connection that was closed may connect again, as the socket's documentation says of each close code. */
final class Comeback {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration AFTER_FLOODING = Duration.ofSeconds(60);
    private static final int DOUBLINGS = 5;

    private Comeback() {}

    /**
     * After how long; empty if it may not.
     *
     * @param told what the server said before it closed
     * @param attempts that failed since the connection was there last
     * @param isRenewable whether there can be another token
     */
    static Optional<Duration> after(int code, Optional<Duration> told, int attempts, boolean isRenewable) {
        return switch (code) {
            case 1002, 1003, 1007, 4003, 4009 -> Optional.empty();
            case 4001, 4002 -> isRenewable ? Optional.of(growing(attempts)) : Optional.empty();
            case 1009, 4008 -> Optional.of(Duration.ZERO);
            case 1008 -> Optional.of(AFTER_FLOODING);
            default -> Optional.of(told.orElseGet(() -> growing(attempts)));
        };
    }

    private static Duration growing(int attempts) {
        Duration most = FIRST.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        long millis = Math.min(most.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
