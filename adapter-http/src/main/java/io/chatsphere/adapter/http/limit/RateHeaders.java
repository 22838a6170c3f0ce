package io.chatsphere.adapter.http.limit;

import io.chatsphere.application.limit.RequestLimits.Counted;
import io.javalin.http.Context;
import java.time.Duration;

/** Spells budgets as headers, in the structured fields of the IETF's draft "RateLimit header fields for HTTP". */
final class RateHeaders {
    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";

    private RateHeaders() {}

    /** Adds one budget; a request may be counted against several. */
    static void add(Context ctx, String name, Counted counted) {
        add(
                ctx,
                POLICY,
                "\"%s\";q=%d;w=%d"
                        .formatted(
                                name,
                                counted.rate().limit(),
                                seconds(counted.rate().window())));
        add(
                ctx,
                LIMIT,
                "\"%s\";r=%d;t=%d"
                        .formatted(
                                name,
                                counted.budget().remaining(),
                                seconds(counted.budget().resetAfter())));
    }

    private static void add(Context ctx, String header, String item) {
        String there = ctx.res().getHeader(header);
        ctx.header(header, there == null ? item : there + ", " + item);
    }

    /** Whole seconds, so that nobody who waits for them comes too early. */
    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
