package io.chatsphere.bootstrap.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is set: so that talk lies hours and days back. Used by one thread. */
final class ScriptClock extends Clock {
    private volatile Instant now;

    ScriptClock(Instant now) {
        this.now = now;
    }

    void set(Instant next) {
        now = next;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("times of the script are in UTC");
    }
}
