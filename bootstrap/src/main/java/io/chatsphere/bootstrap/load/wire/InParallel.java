package io.chatsphere.bootstrap.load.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does many things that wait for a server, a few at once. */
public final class InParallel {
    private InParallel() {}

    /**
     * Returns when all is done. After a failure nothing more is begun.
     *
     * @throws LoadException the first one
     */
    public static void run(int atOnce, IntStream numbers, IntConsumer task) {
        Semaphore places = new Semaphore(atOnce);
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int[] each = numbers.toArray();
            for (int number : each) {
                places.acquire();
                if (all.stream().anyMatch(one -> one.state() == Future.State.FAILED)) {
                    break;
                }
                all.removeIf(one -> one.state() == Future.State.SUCCESS);
                all.add(threads.submit(() -> {
                    try {
                        task.accept(number);
                    } finally {
                        places.release();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LoadException known
                    ? known
                    : new IllegalStateException("a part of the load test failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadException("The load test was interrupted.", e);
        }
    }
}
