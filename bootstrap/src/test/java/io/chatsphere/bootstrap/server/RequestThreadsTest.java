package io.chatsphere.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestThreadsTest {
    @Test
    void eight_are_about_to_begin_and_the_next_follows_when_one_has_begun() {
        Queue<Runnable> started = new ArrayDeque<>();
        RequestThreads threads = new RequestThreads(started::add, Runnable::run);
        List<Integer> begun = new ArrayList<>();

        IntStream.range(0, 20).forEach(i -> threads.execute(() -> begun.add(i)));

        assertThat(started).hasSize(8);
        started.remove().run();
        assertThat(started).hasSize(8);
        assertThat(begun).containsExactly(0);
        while (!started.isEmpty()) {
            started.remove().run();
        }
        assertThat(begun).isEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void after_a_crowd_requests_start_at_once_again() {
        Queue<Runnable> started = new ArrayDeque<>();
        RequestThreads threads = new RequestThreads(started::add, Runnable::run);
        IntStream.range(0, 20).forEach(i -> threads.execute(() -> {}));
        while (!started.isEmpty()) {
            started.remove().run();
        }

        IntStream.range(0, 9).forEach(i -> threads.execute(() -> {}));

        assertThat(started).hasSize(8);
    }

    @Test
    void requests_that_wait_hold_up_nobody() throws InterruptedException {
        RequestThreads threads = new RequestThreads();
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(100);
        IntStream.range(0, 100)
                .forEach(i -> threads.execute(() -> {
                    waiting.countDown();
                    awaitQuietly(end);
                }));

        CountDownLatch answered = new CountDownLatch(1);
        threads.execute(answered::countDown);

        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
        end.countDown();
    }

    @Test
    void a_request_that_fails_holds_up_nobody() {
        Queue<Runnable> started = new ArrayDeque<>();
        RequestThreads threads = new RequestThreads(started::add, Runnable::run);
        List<Integer> begun = new ArrayList<>();
        IntStream.range(0, 9)
                .forEach(i -> threads.execute(() -> {
                    begun.add(i);
                    throw new IllegalStateException("a defect");
                }));

        while (!started.isEmpty()) {
            Runnable next = started.remove();
            assertThatThrownBy(next::run).hasMessage("a defect");
        }

        assertThat(begun).hasSize(9);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
