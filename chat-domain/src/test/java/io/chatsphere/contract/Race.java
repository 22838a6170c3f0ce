package io.chatsphere.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Lets many threads start at once. */
final class Race {
    private static final long DEADLINE_SECONDS = 60;

    private Race() {}

    /**
     * Runs {@code racer} with 0 to {@code racers} − 1 in parallel.
     *
     * @return what they returned, by number
     * @throws AssertionError if one throws or does not finish
     */
    static <T> List<T> run(int racers, IntFunction<T> racer) {
        CyclicBarrier start = new CyclicBarrier(racers);
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < racers; i++) {
            int number = i;
            tasks.add(() -> {
                start.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
                return racer.apply(number);
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> finished = threads.invokeAll(tasks, DEADLINE_SECONDS, TimeUnit.SECONDS);
            return finished.stream().map(Race::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** The result of a task that must be done. */
    static <T> T result(Future<T> future) {
        assertTrue(!future.isCancelled(), "a racer did not finish in time");
        try {
            return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("a racer failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
