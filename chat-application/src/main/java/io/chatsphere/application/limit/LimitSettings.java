package io.chatsphere.application.limit;

import io.chatsphere.domain.limit.Rate;
import java.time.Duration;
import java.util.Optional;

/**
 * What is limited; an empty rate is no limit.
 *
 * @param requests of one user, or of one address that is not signed in
 * @param registrations of one address
 * @param failedLogins wrong passwords for one account
 * @param failedLoginsOfAddress wrong passwords from one address
 */
public record LimitSettings(
        Optional<Rate> requests,
        Optional<Rate> registrations,
        Optional<Rate> failedLogins,
        Optional<Rate> failedLoginsOfAddress) {
    /** 600 requests a minute, 60 registrations a minute, 5 wrong passwords in 300 seconds, 100 from one address. */
    public static final LimitSettings DEFAULT = new LimitSettings(
            Optional.of(new Rate(600, Duration.ofMinutes(1))),
            Optional.of(new Rate(60, Duration.ofMinutes(1))),
            Optional.of(new Rate(5, Duration.ofMinutes(5))),
            Optional.of(new Rate(100, Duration.ofMinutes(5))));

    /** Nothing is limited: for benchmarks. */
    public static final LimitSettings OFF =
            new LimitSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
