package io.chatsphere.application;

import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.NodeRegistry;
import io.chatsphere.domain.limit.RateLimiter;
import io.chatsphere.domain.login.AccessTokens;
import io.chatsphere.domain.login.PasswordHasher;
import io.chatsphere.domain.presence.PresenceRegistry;

/**
 * What a chat is built over.
 *
 * @param storage where everything is kept
 * @param bus what carries changes
 * @param nodes which nodes share the storage
 * @param presence where it is kept who is online
 * @param hasher how passwords are hashed
 * @param tokens how access tokens are made and checked
 * @param limiter what counts what is limited
 */
record Ports(
        Storage storage,
        ChangeBus bus,
        NodeRegistry nodes,
        PresenceRegistry presence,
        PasswordHasher hasher,
        AccessTokens tokens,
        RateLimiter limiter) {}
