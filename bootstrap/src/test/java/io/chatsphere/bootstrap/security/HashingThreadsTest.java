package io.chatsphere.bootstrap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatsphere.domain.error.ChatException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HashingThreadsTest {
    private final CountDownLatch busy = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    private final List<Future<Integer>> calls = new ArrayList<>();

    @AfterEach
    void close() {
        busy.countDown();
        callers.close();
    }

    @Test
    void work_runs_on_platform_threads_while_virtual_ones_wait() throws Exception {
        try (HashingThreads threads = new HashingThreads(1, 1, Duration.ofMinutes(1))) {
            Callable<Boolean> call =
                    () -> threads.run(() -> Thread.currentThread().isVirtual());

            assertThat(callers.submit(call).get()).isFalse();
        }
    }

    @Test
    void beyond_its_bound_the_queue_refuses_at_once() {
        try (HashingThreads threads = new HashingThreads(1, 1, Duration.ofMinutes(1))) {
            occupy(threads);
            Future<Integer> waiting = callers.submit(() -> threads.run(() -> 1));

            Awaitility.await().untilAsserted(() -> assertRefused(threads));
            busy.countDown();

            assertThat(waiting).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(1);
        }
    }

    @Test
    void nobody_waits_longer_than_the_deadline() {
        try (HashingThreads threads = new HashingThreads(1, 9, Duration.ofMillis(1))) {
            calls.add(callers.submit(() -> threads.run(this::waitUntilFree)));

            Awaitility.await().untilAsserted(() -> assertRefused(threads));
        }
    }

    @Test
    void who_waits_when_it_closes_is_refused() {
        HashingThreads threads = new HashingThreads(1, 9, Duration.ofMinutes(1));
        occupy(threads);
        Future<Integer> waiting = callers.submit(() -> threads.run(() -> 1));
        Awaitility.await().until(() -> threads.waiting() == 1);

        threads.close();

        assertThat(waiting)
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ChatException.Unavailable.class);
    }

    @Test
    void an_interrupted_caller_is_refused_and_stays_interrupted() {
        try (HashingThreads threads = new HashingThreads(1, 9, Duration.ofMinutes(1))) {
            occupy(threads);
            Thread.currentThread().interrupt();

            assertRefused(threads);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static void assertRefused(HashingThreads threads) {
        assertThatExceptionOfType(ChatException.Unavailable.class).isThrownBy(() -> threads.run(() -> 1));
    }

    private void occupy(HashingThreads threads) {
        CountDownLatch started = new CountDownLatch(1);
        calls.add(callers.submit(() -> threads.run(() -> {
            started.countDown();
            return waitUntilFree();
        })));
        Awaitility.await().until(() -> started.getCount() == 0);
    }

    private int waitUntilFree() throws InterruptedException {
        busy.await();
        return 0;
    }
}
