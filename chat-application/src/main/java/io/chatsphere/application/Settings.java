package io.chatsphere.application;

import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.limit.LimitSettings;
import io.chatsphere.application.login.TokenLifetimes;
import io.chatsphere.application.presence.PresenceSettings;
import io.chatsphere.domain.login.PasswordPolicy;
import java.time.Clock;
import java.util.function.LongSupplier;

/** What a chat is told about how to be. */
record Settings(
        Clock clock,
        LongSupplier nanoTime,
        PasswordPolicy passwords,
        TokenLifetimes lifetimes,
        LimitSettings limits,
        LiveSettings live,
        PresenceSettings presence,
        int maxMessageLength) {}
