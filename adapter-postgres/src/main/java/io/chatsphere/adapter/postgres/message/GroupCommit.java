package io.chatsphere.adapter.postgres.message;

import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits the drafts of many callers together. A room belongs to one writer, so that writers of one node never wait for each
 * other's locks and a room's drafts keep their order. A writer commits what waits and meanwhile the next batch gathers: no
 * append waits for company, and the busier it gets the cheaper a message is. Thread-safe.
 *
 * <p>Writers are platform threads: they are few, live as long as the store, and spend their lives blocked in the one
 * connection that each keeps; a virtual thread would only add the hand-over to a carrier to each round trip.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int BATCH_SIZE = 512;
    private static final int DRAIN_SECONDS = 4;

    private final AppendBudget budget = new AppendBudget();
    private final List<AppendQueue> queues;
    private final List<Thread> writers = new ArrayList<>();
    private final CountDownLatch running;
    private final AtomicBoolean started = new AtomicBoolean();

    /** @param transactions makes what each writer appends with */
    GroupCommit(int writers, Supplier<Appends> transactions) {
        this.queues = IntStream.range(0, writers)
                .mapToObj(i -> new AppendQueue(BATCH_SIZE))
                .toList();
        this.running = new CountDownLatch(writers);
        for (int i = 0; i < writers; i++) {
            AppendWriter writer = new AppendWriter(queues.get(i), budget, transactions.get());
            this.writers.add(
                    Thread.ofPlatform().daemon().name("chatsphere-append-" + i).unstarted(() -> runToEnd(writer)));
        }
    }

    private void runToEnd(AppendWriter writer) {
        try {
            writer.run();
        } finally {
            running.countDown();
        }
    }

    void start() {
        if (started.compareAndSet(false, true)) {
            writers.forEach(Thread::start);
        }
    }

    /** As {@link io.chatsphere.domain.message.MessageRepository#append}. */
    List<Appended> append(List<MessageDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        if (!started.get()) {
            throw new IllegalStateException("the storage is not open");
        }
        AppendCall call = new AppendCall(drafts, queues.size());
        if (!budget.take(drafts)) {
            throw new ChatException.Unavailable();
        }
        call.slices().forEach(this::submit);
        try {
            return call.await();
        } catch (InterruptedException e) {
            // The drafts may still be stored; a repeat with the same client ids finds out.
            Thread.currentThread().interrupt();
            throw new ChatException.Unavailable(e);
        }
    }

    private void submit(int writer, AppendSlice slice) {
        if (!queues.get(writer).offer(slice)) {
            budget.release(slice.drafts());
            slice.fail(new AppendFailure(AppendFailure.Kind.AWAY, new ChatException.Unavailable()));
        }
    }

    /** Commits what waits, then ends; what comes later is refused. Waits at most 4 seconds for all writers together. */
    @Override
    public void close() {
        queues.forEach(AppendQueue::close);
        if (!started.get()) {
            return;
        }
        try {
            if (!running.await(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} writers did not end within {} seconds", running.getCount(), DRAIN_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
