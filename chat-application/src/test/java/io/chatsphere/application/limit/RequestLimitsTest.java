package io.chatsphere.application.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.memory.InMemoryRateLimiter;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.limit.Rate;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
    private final UserId anna = new UserId(UUID.randomUUID());
    private final RequestLimits limits = limits(new LimitSettings(
            Optional.of(new Rate(3, Duration.ofMinutes(1))),
            Optional.of(new Rate(2, Duration.ofMinutes(1))),
            Optional.empty(),
            Optional.empty()));

    @Test
    void a_user_has_a_budget_of_requests_and_learns_what_is_left_of_it() {
        RequestLimits.Counted first = limits.ofUser(anna).orElseThrow();
        assertThat(first.rate()).isEqualTo(new Rate(3, Duration.ofMinutes(1)));
        assertThat(first.budget().remaining()).isEqualTo(2);

        limits.ofUser(anna);
        assertThat(limits.ofUser(anna).orElseThrow().budget().granted()).isTrue();
        assertThat(limits.ofUser(anna).orElseThrow().budget().granted()).isFalse();
        assertThat(limits.ofUser(new UserId(UUID.randomUUID()))
                        .orElseThrow()
                        .budget()
                        .granted())
                .isTrue();
    }

    @Test
    void who_has_a_whole_network_for_themselves_has_one_budget() {
        for (int request = 0; request < 3; request++) {
            assertThat(granted(limits.ofAddress("2001:db8::" + request))).isTrue();
        }

        assertThat(granted(limits.ofAddress("2001:db8::ffff"))).isFalse();
        assertThat(granted(limits.ofAddress("2001:db8:0:1::1"))).isTrue();
    }

    @Test
    void registrations_count_apart_from_requests() {
        assertThat(granted(limits.registration("192.0.2.1"))).isTrue();
        assertThat(granted(limits.registration("192.0.2.1"))).isTrue();
        assertThat(granted(limits.registration("192.0.2.1"))).isFalse();

        assertThat(granted(limits.ofAddress("192.0.2.1"))).isTrue();
    }

    @Test
    void where_limits_are_off_nothing_is_counted() {
        RequestLimits off = limits(LimitSettings.OFF);

        assertThat(off.ofUser(anna)).isEmpty();
        assertThat(off.ofAddress("192.0.2.1")).isEmpty();
        assertThat(off.registration("192.0.2.1")).isEmpty();
    }

    private static boolean granted(Optional<RequestLimits.Counted> counted) {
        return counted.orElseThrow().budget().granted();
    }

    private static RequestLimits limits(LimitSettings settings) {
        return new RequestLimits(new InMemoryRateLimiter(() -> 0L), settings);
    }
}
