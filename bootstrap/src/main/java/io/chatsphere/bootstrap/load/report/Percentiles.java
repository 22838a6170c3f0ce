package io.chatsphere.bootstrap.load.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.HdrHistogram.Histogram;

/** How long something took: milliseconds. */
public record Percentiles(
        long count,
        double p50,
        double p90,
        double p99,
        @JsonProperty("p99_9") double p999,
        double max) {
    private static final double MILLI = 1_000.0;

    /** Of microseconds. */
    public static Percentiles of(Histogram histogram) {
        return new Percentiles(
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / MILLI,
                histogram.getValueAtPercentile(90) / MILLI,
                histogram.getValueAtPercentile(99) / MILLI,
                histogram.getValueAtPercentile(99.9) / MILLI,
                histogram.getMaxValue() / MILLI);
    }
}
