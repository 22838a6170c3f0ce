package io.chatsphere.application.presence.live;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * When presence works.
 *
 * @param nanoTime a time that never goes back
 * @param now runs what is to be done at once
 * @param later runs what is to be done after a pause, well below a second
 */
public record Rhythm(LongSupplier nanoTime, Executor now, Executor later) {}
