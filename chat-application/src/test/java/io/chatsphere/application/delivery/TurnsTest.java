package io.chatsphere.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final int ADDERS = 8;
    private static final int STEPS = 5_000;

    private final Deque<Runnable> executor = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();

    @Test
    void steps_that_wait_together_make_one_turn() {
        Turns turns = new Turns(executor::add, () -> log.add("end"));

        turns.add(() -> log.add("one"));
        turns.add(() -> log.add("two"));
        runAll();

        assertThat(log).containsExactly("one", "two", "end");
    }

    @Test
    void a_step_may_add_another() {
        Turns turns = new Turns(executor::add, () -> log.add("end"));

        turns.add(() -> turns.add(() -> log.add("inner")));
        runAll();

        assertThat(log).containsExactly("inner", "end");
    }

    @Test
    void a_step_that_fails_does_not_stop_the_others() {
        Turns turns = new Turns(executor::add, () -> log.add("end"));

        turns.add(() -> {
            throw new IllegalStateException("expected by this test");
        });
        turns.add(() -> log.add("two"));
        runAll();

        assertThat(log).containsExactly("two", "end");
    }

    @Test
    void steps_of_many_threads_run_one_at_a_time_and_keep_the_order_of_each_thread() throws InterruptedException {
        List<int[]> seen = new ArrayList<>();
        Turns turns = new Turns(Thread::startVirtualThread, () -> {});
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> adders = IntStream.range(0, ADDERS)
                .mapToObj(adder -> Thread.ofPlatform().start(() -> {
                    awaitUninterrupted(start);
                    for (int step = 0; step < STEPS; step++) {
                        int number = step;
                        // An unguarded list: two steps at once would lose entries or break it.
                        turns.add(() -> seen.add(new int[] {adder, number}));
                    }
                }))
                .toList();

        start.countDown();
        for (Thread adder : adders) {
            adder.join();
        }
        CountDownLatch done = new CountDownLatch(1);
        turns.add(done::countDown);
        await().until(() -> done.getCount() == 0);

        assertThat(seen).hasSize(ADDERS * STEPS);
        int[] next = new int[ADDERS];
        seen.forEach(step -> assertThat(step[1]).isEqualTo(next[step[0]]++));
    }

    @Test
    void a_step_that_is_taken_while_it_is_still_being_added_begins_no_second_turn() {
        Turns turns = new Turns(
                executor::add,
                () -> log.add("end"),
                new PreemptedQueue(() -> executor.remove().run()));

        turns.add(() -> log.add("one"));
        turns.add(() -> log.add("two"));
        turns.add(() -> log.add("three"));

        assertThat(executor).hasSizeLessThanOrEqualTo(1);
        runAll();
        assertThat(log).containsOnlyOnce("one", "two", "three");
    }

    /** At its second insertion the adding thread loses its core, and the turn that waits runs to its end. */
    private static final class PreemptedQueue extends ArrayDeque<Runnable> {
        private static final long serialVersionUID = 1L;

        private final transient Runnable others;
        private int insertions;

        PreemptedQueue(Runnable others) {
            this.others = others;
        }

        @Override
        public boolean add(Runnable step) {
            boolean added = super.add(step);
            insertions++;
            if (insertions == 2) {
                others.run();
            }
            return added;
        }
    }

    private void runAll() {
        while (!executor.isEmpty()) {
            executor.poll().run();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
