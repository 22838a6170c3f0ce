package io.chatsphere.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatsphere.application.login.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenTermTest {
    private static final Instant BEGUN = FeedFixture.NOW;

    @Test
    void a_long_term_is_warned_of_once_a_minute_before_its_end() {
        TokenTerm term = term(Duration.ofMinutes(30));

        assertThat(term.warning(BEGUN.plusSeconds(1_739))).isEmpty();
        assertThat(term.warning(BEGUN.plusSeconds(1_741))).contains(Duration.ofSeconds(59));
        assertThat(term.warning(BEGUN.plusSeconds(1_742))).isEmpty();
    }

    @Test
    void a_short_term_is_warned_of_at_its_last_tenth() {
        TokenTerm term = term(Duration.ofSeconds(100));

        assertThat(term.warning(BEGUN.plusSeconds(89))).isEmpty();
        assertThat(term.warning(BEGUN.plusSeconds(90))).contains(Duration.ofSeconds(10));
    }

    @Test
    void a_term_is_over_at_the_first_moment_at_which_its_token_is_not_valid() {
        TokenTerm term = term(Duration.ofSeconds(100));

        assertThat(term.isOver(BEGUN.plusSeconds(100).minusNanos(1))).isFalse();
        assertThat(term.isOver(BEGUN.plusSeconds(100))).isTrue();
    }

    @Test
    void a_term_without_an_end_is_neither_warned_of_nor_over() {
        TokenTerm term = new TokenTerm(Caller.of(FeedFixture.AUTHOR.id()), BEGUN);

        assertThat(term.warning(Instant.MAX)).isEmpty();
        assertThat(term.isOver(Instant.MAX)).isFalse();
    }

    private static TokenTerm term(Duration lasts) {
        return new TokenTerm(
                new Caller(FeedFixture.AUTHOR.id(), Optional.empty(), Optional.of(BEGUN.plus(lasts))), BEGUN);
    }
}
