package io.chatsphere.bootstrap.security;

import io.chatsphere.domain.error.ChatException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A few platform threads for work that fills a core, with a bounded queue before them: on virtual threads such work would
 * take every carrier and freeze live traffic. Thread-safe.
 */
final class HashingThreads implements AutoCloseable {
    private static final int WAITING_PER_THREAD = 100;
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final ThreadPoolExecutor executor;
    private final Duration deadline;

    HashingThreads(int threads, int waiting, Duration deadline) {
        ThreadFactory factory =
                Thread.ofPlatform().name("hashing-", 1).daemon(true).factory();
        this.executor = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), factory);
        this.deadline = deadline;
    }

    /** Half of the cores, at least one; a hundred calls wait before each, for up to half a minute. */
    static HashingThreads halfOfTheCores() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new HashingThreads(threads, threads * WAITING_PER_THREAD, DEADLINE);
    }

    /**
     * Does the work on one of the threads and waits for it.
     *
     * @throws ChatException.Unavailable if too many wait already, the wait takes too long, the caller is interrupted or
     *     this is closed
     */
    <T> T run(Callable<T> work) {
        try {
            return await(executor.submit(work));
        } catch (RejectedExecutionException e) {
            throw new ChatException.Unavailable();
        }
    }

    /** How many calls wait for a thread. */
    int waiting() {
        return executor.getQueue().size();
    }

    private <T> T await(Future<T> result) {
        try {
            return result.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new ChatException.Unavailable(e);
        } catch (TimeoutException e) {
            result.cancel(false);
            throw new ChatException.Unavailable(e);
        } catch (CancellationException e) {
            throw new ChatException.Unavailable(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e.getCause());
        }
    }

    /** Ends the threads after what they are doing now; what waits is refused. */
    @Override
    public void close() {
        for (Runnable waiting : executor.shutdownNow()) {
            ((Future<?>) waiting).cancel(false);
        }
    }
}
