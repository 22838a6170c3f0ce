package io.chatsphere.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting at an entrance, and that nobody waits there for ever. */
class EntranceTest {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final ManualLater later = new ManualLater();
    private final Entrance entrance = new Entrance(later, DEADLINE);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void whoever_is_let_in_waits_no_longer() {
        entrance.await(Ready::done);
    }

    @Test
    void the_reason_of_a_refusal_is_told() {
        ChatException refusal = new ChatException.NotFound(ErrorCode.USER_NOT_FOUND);

        assertThatThrownBy(() -> entrance.await(ready -> ready.done(Optional.of(refusal))))
                .isSameAs(refusal);
    }

    @Test
    void nobody_is_sent_away_before_the_deadline_and_everybody_when_it_has_passed_twice() throws Exception {
        Future<?> early = arrive(new CompletableFuture<>());
        later.pass(DEADLINE.minusMillis(1));
        Future<?> late = arrive(new CompletableFuture<>());

        later.pass(Duration.ofMillis(1));
        assertThat(List.of(early.isDone(), late.isDone())).containsExactly(false, false);
        later.pass(DEADLINE);

        for (Future<?> caller : List.of(early, late)) {
            assertThatThrownBy(() -> caller.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ChatException.Unavailable.class);
        }
    }

    @Test
    void whoever_comes_after_a_deadline_has_one_of_their_own() throws Exception {
        Future<?> first = arrive(new CompletableFuture<>());
        later.pass(DEADLINE.multipliedBy(2));
        assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);

        CompletableFuture<Ready> second = new CompletableFuture<>();
        Future<?> waiting = arrive(second);
        later.pass(DEADLINE);
        assertThat(waiting.isDone()).isFalse();
        second.join().done();

        waiting.get(10, TimeUnit.SECONDS);
    }

    @Test
    void many_who_wait_are_watched_by_one_timer() throws Exception {
        List<Duration> timers = new ArrayList<>();
        Entrance counted = new Entrance((delay, step) -> timers.add(delay), DEADLINE);

        for (int i = 0; i < 100; i++) {
            counted.await(Ready::done);
        }

        assertThat(timers).containsExactly(DEADLINE);
    }

    /** Returns when the caller waits. */
    private Future<?> arrive(CompletableFuture<Ready> came) throws Exception {
        Future<?> caller = callers.submit(() -> entrance.await(came::complete));
        came.get(10, TimeUnit.SECONDS);
        return caller;
    }
}
