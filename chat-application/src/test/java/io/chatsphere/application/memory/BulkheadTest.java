package io.chatsphere.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatsphere.domain.error.ChatException.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch mayLeave = new CountDownLatch(1);

    @Test
    void beyond_those_that_run_and_wait_every_call_is_refused() throws Exception {
        Bulkhead bulkhead = new Bulkhead(1, 1, LONG);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> running = threads.submit(() -> bulkhead.run(this::stay));
            await(entered);
            ExecutorCompletionService<String> others = new ExecutorCompletionService<>(threads);
            List<Future<String>> submitted = IntStream.range(0, 5)
                    .mapToObj(i -> others.submit(() -> outcome(bulkhead)))
                    .toList();

            for (int i = 0; i < 4; i++) {
                assertThat(others.take().get()).isEqualTo("refused");
            }
            mayLeave.countDown();
            assertThat(others.take().get()).isEqualTo("ran");
            assertThat(submitted).allMatch(Future::isDone);
            assertThat(running.get()).isEqualTo("stayed");
        }
    }

    @Test
    void who_waits_too_long_is_refused() throws Exception {
        Bulkhead bulkhead = new Bulkhead(1, 1, Duration.ofMillis(1));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> running = threads.submit(() -> bulkhead.run(this::stay));
            await(entered);

            assertThat(outcome(bulkhead)).isEqualTo("refused");

            mayLeave.countDown();
            assertThat(running.get()).isEqualTo("stayed");
        }
        assertThat(outcome(bulkhead)).isEqualTo("ran");
    }

    @Test
    void who_is_interrupted_is_refused_and_stays_interrupted() {
        Bulkhead bulkhead = new Bulkhead(1, 0, LONG);
        Thread.currentThread().interrupt();

        assertThat(outcome(bulkhead)).isEqualTo("refused");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome(bulkhead)).isEqualTo("ran");
    }

    @Test
    void a_call_that_fails_gives_its_place_back() {
        Bulkhead bulkhead = new Bulkhead(1, 0, LONG);
        for (int i : List.of(1, 2)) {
            assertThatThrownBy(() -> bulkhead.run(() -> {
                        throw new IllegalStateException("call " + i);
                    }))
                    .hasMessage("call " + i);
        }

        assertThat(outcome(bulkhead)).isEqualTo("ran");
    }

    private static String outcome(Bulkhead bulkhead) {
        try {
            return bulkhead.run(() -> "ran");
        } catch (Unavailable e) {
            return "refused";
        }
    }

    private String stay() {
        entered.countDown();
        await(mayLeave);
        return "stayed";
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
