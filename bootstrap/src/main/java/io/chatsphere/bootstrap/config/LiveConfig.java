package io.chatsphere.bootstrap.config;

import java.time.Duration;

/**
 * How live connections behave.
 *
 * @param maxPerUser on this node
 * @param heartbeat between two signs of life
 * @param timeout of silence, after which one is closed; longer than the heartbeat
 */
public record LiveConfig(int maxPerUser, Duration heartbeat, Duration timeout) {}
