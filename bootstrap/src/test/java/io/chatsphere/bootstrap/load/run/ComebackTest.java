package io.chatsphere.bootstrap.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ComebackTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(ints = {1002, 1003, 1007, 4003, 4009})
    void who_was_sent_away_stays_away(int code) {
        assertThat(after(code, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4001, 4002})
    void who_has_no_good_token_comes_back_only_with_another(int code) {
        assertThat(after(code, true)).isPresent();
        assertThat(after(code, false)).isEmpty();
    }

    @Test
    void who_read_too_slowly_may_come_back_at_once_and_who_flooded_after_a_minute() {
        assertThat(after(4008, false)).contains(Duration.ZERO);
        assertThat(after(1008, false)).contains(Duration.ofMinutes(1));
    }

    @Test
    void a_server_that_restarts_says_when() {
        Optional<Duration> told = Optional.of(Duration.ofMillis(1_234));

        assertThat(Comeback.after(1012, told, 0, true)).isEqualTo(told);
    }

    @Test
    void delays_grow_and_have_an_end() {
        for (int attempts = 0; attempts < 100; attempts++) {
            assertThat(Comeback.after(1006, Optional.empty(), attempts, true).orElseThrow())
                    .isBetween(Duration.ofMillis(125), LONGEST);
        }
        assertThat(Comeback.after(1006, Optional.empty(), 50, true).orElseThrow())
                .isGreaterThanOrEqualTo(LONGEST.dividedBy(2));
    }

    private static Optional<Duration> after(int code, boolean isRenewable) {
        return Comeback.after(code, Optional.empty(), 0, isRenewable);
    }
}
