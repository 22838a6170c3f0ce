package io.chatsphere.adapter.postgres.message;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The queue before a writer, without a database: calls wait, and are taken as one batch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AppendQueueBenchmark {
    /** So many calls wait. */
    @Param({"1", "64"})
    public int calls;

    private final AppendQueue queue = new AppendQueue(512);
    private final AppendSlice slice = new AppendSlice(List.of(Drafts.plain(Drafts.room(), Drafts.sender())));

    /** All are taken at once. */
    @Benchmark
    public List<AppendSlice> offerAndTake() {
        for (int i = 0; i < calls; i++) {
            queue.offer(slice);
        }
        return queue.take();
    }
}
