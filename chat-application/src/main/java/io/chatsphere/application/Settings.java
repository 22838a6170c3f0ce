package io.chatsphere.application;

import io.chatsphere.application.delivery.LiveSettings;
import io.chatsphere.application.limit.LimitSettings;
import io.chatsphere.application.login.TokenLifetimes;
import io.chatsphere.domain.login.PasswordPolicy;
import java.time.Clock;

/** What a chat is told about how to be. */
record Settings(
        Clock clock,
        PasswordPolicy passwords,
        TokenLifetimes lifetimes,
        LimitSettings limits,
        LiveSettings live,
        int maxMessageLength) {}
