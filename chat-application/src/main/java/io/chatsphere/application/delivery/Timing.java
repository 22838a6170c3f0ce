package io.chatsphere.application.delivery;

import java.time.Clock;

/** The time of day, by which tokens end, and the time that goes by, by which everything else does. */
record Timing(Clock clock, Later later) {}
