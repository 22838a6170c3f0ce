package io.chatsphere.bootstrap.load.plan;

import java.time.Duration;

/**
 * How long it goes on.
 *
 * @param warmup load before what is measured
 * @param duration what is measured
 * @param drain how long what is on its way may take to arrive afterwards
 */
public record Timing(Duration warmup, Duration duration, Duration drain) {
    /** How long messages are sent. */
    public Duration sending() {
        return warmup.plus(duration);
    }
}
