package io.chatsphere.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** A benchmark that nobody runs breaks unseen: here each runs for a moment. What it measures thereby means nothing. */
final class BenchmarksTest {
    private static final int BENCHMARKS = 10;

    @Test
    void every_benchmark_runs() throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .timeUnit(TimeUnit.MICROSECONDS)
                .shouldFailOnError(true);

        assertThat(new Runner(options.build()).run()).hasSizeGreaterThanOrEqualTo(BENCHMARKS);
    }
}
