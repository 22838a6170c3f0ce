package io.chatsphere.domain.limit;

import java.time.Duration;

/**
 * What is left of a budget.
 *
 * @param granted whether what was asked is granted
 * @param remaining how many more would be granted now
 * @param resetAfter how long until the budget is whole again; zero if it is
 * @param retryAfter how long until one more is granted; zero if one is now
 */
public record Budget(boolean granted, int remaining, Duration resetAfter, Duration retryAfter) {}
