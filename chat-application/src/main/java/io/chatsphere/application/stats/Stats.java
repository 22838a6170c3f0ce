package io.chatsphere.application.stats;

import java.time.Instant;

/**
 * How much is going on.
 *
 * @param todayMessages sent since midnight UTC
 * @param serverTime when the figures were taken
 */
public record Stats(int onlineUsers, long totalUsers, long todayMessages, long totalMessages, Instant serverTime) {}
