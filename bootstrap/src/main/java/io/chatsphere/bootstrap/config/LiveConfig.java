package io.chatsphere.bootstrap.config;

import java.time.Duration;

/**
 * How live connections behave.
 *
 * @param maxPerUser on this node
 * @param heartbeat between two signs of life
 * @param timeout of silence, after which one is closed; longer than the heartbeat
 * @param onlineListLimit of so many people everybody gets the whole list of who is online
 */
public record LiveConfig(int maxPerUser, Duration heartbeat, Duration timeout, int onlineListLimit) {}
