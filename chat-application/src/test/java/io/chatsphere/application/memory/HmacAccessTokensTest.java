package io.chatsphere.application.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.contract.AccessTokensContract;
import io.chatsphere.contract.Fixtures;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.login.AccessClaims;
import io.chatsphere.domain.login.AccessTokens;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HmacAccessTokensTest extends AccessTokensContract {
    private static final Clock CLOCK = Clock.fixed(Fixtures.NOW, ZoneOffset.UTC);

    @Override
    protected AccessTokens tokens(Clock clock) {
        return new HmacAccessTokens("a key of at least thirty-two bytes".getBytes(US_ASCII), clock);
    }

    @Override
    protected AccessTokens strangers(Clock clock) {
        return new HmacAccessTokens(clock);
    }

    @Test
    void each_random_key_is_another() {
        AccessClaims claims = new AccessClaims(
                Fixtures.userId(), Optional.empty(), "name", "Name", Optional.empty(), Fixtures.NOW, Fixtures.LATER);
        String token = new HmacAccessTokens(CLOCK).issue(claims);

        assertThatThrownBy(() -> new HmacAccessTokens(CLOCK).verify(token))
                .isInstanceOf(ChatException.Unauthenticated.class);
    }

    @Test
    void a_short_key_is_refused_and_not_named() {
        assertThatThrownBy(() -> new HmacAccessTokens("short".getBytes(US_ASCII), CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("short"));
    }
}
