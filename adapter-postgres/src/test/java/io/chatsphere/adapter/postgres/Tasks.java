package io.chatsphere.adapter.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs work on virtual threads. */
public final class Tasks implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 60;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Starts one piece of work. */
    public <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /** Runs {@code work} with 0 to {@code count} − 1 in parallel and gives what they returned. */
    public static <T> List<T> parallel(int count, IntFunction<T> work) {
        try (Tasks tasks = new Tasks()) {
            List<Future<T>> started = new ArrayList<>(IntStream.range(0, count)
                    .mapToObj(i -> tasks.start(() -> work.apply(i)))
                    .toList());
            return started.stream().map(Tasks::result).toList();
        }
    }

    /** What the work returned; what it threw is thrown if it is unchecked. */
    public static <T> T result(Future<T> work) {
        try {
            return work.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
