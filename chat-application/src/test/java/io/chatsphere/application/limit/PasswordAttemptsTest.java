package io.chatsphere.application.limit;

import static io.chatsphere.application.TimedChat.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.memory.InMemoryRateLimiter;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.limit.Budget;
import io.chatsphere.domain.limit.Rate;
import io.chatsphere.domain.limit.RateKey;
import io.chatsphere.domain.limit.RateLimiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PasswordAttemptsTest {
    private final KeyKeeper limiter = new KeyKeeper();
    private final PasswordAttempts attempts = new PasswordAttempts(limiter, LimitSettings.DEFAULT);

    @Test
    void what_could_not_be_judged_does_not_count() {
        for (int attempt = 0; attempt < 200; attempt++) {
            assertRefused(
                    ErrorCode.UNAVAILABLE,
                    () -> attempts.atSignIn("anna", "192.0.2.1", () -> {
                        throw new ChatException.Unavailable();
                    }));
        }

        assertThat(attempts.atSignIn("anna", "192.0.2.1", () -> Optional.of("right")))
                .contains("right");
    }

    @Test
    void guesses_of_an_unknown_address_count_against_the_account_alone() {
        for (int account = 0; account < 200; account++) {
            assertThat(attempts.atSignIn("user" + account, "", Optional::empty)).isEmpty();
        }
        assertThat(limiter.keys).extracting(RateKey::purpose).containsOnly("sign-in");
    }

    @Test
    void what_is_typed_is_never_a_key_and_a_key_is_short_whatever_is_typed() {
        String hostile = "anna@example.com".repeat(10_000);

        assertThat(attempts.atSignIn(hostile, "a".repeat(10_000), Optional::empty))
                .isEmpty();

        assertThat(limiter.keys)
                .hasSize(2)
                .allSatisfy(key ->
                        assertThat(key.subject()).hasSizeLessThanOrEqualTo(64).doesNotContain("anna"));
    }

    @Test
    void somebody_who_tells_their_own_password_is_limited_apart_from_signing_in() {
        UserId anna = new UserId(UUID.randomUUID());
        for (int guess = 0; guess < 5; guess++) {
            assertThat(attempts.ofUser(anna, Optional::empty)).isEmpty();
        }

        assertRefused(ErrorCode.TOO_MANY_REQUESTS, () -> attempts.ofUser(anna, Optional::empty));
        assertThat(attempts.atSignIn(anna.toString(), "", () -> Optional.of(1))).contains(1);
    }

    /** The limits of a single node, at a time that stands still, and what was counted. */
    private static final class KeyKeeper implements RateLimiter {
        private final RateLimiter limiter = new InMemoryRateLimiter(() -> 0L);
        private final List<RateKey> keys = new ArrayList<>();

        @Override
        public Budget take(RateKey key, Rate rate) {
            keys.add(key);
            return limiter.take(key, rate);
        }

        @Override
        public void giveBack(RateKey key, Rate rate) {
            limiter.giveBack(key, rate);
        }

        @Override
        public void reset(RateKey key) {
            limiter.reset(key);
        }
    }
}
