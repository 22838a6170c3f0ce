package io.chatsphere.adapter.http.stats;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Gate;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.stats.ReadStats;

/** Tells how much is going on. */
public final class StatsRoutes implements Feature {
    private final ReadStats stats;

    public StatsRoutes(ReadStats stats) {
        this.stats = stats;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.SIGNED_IN, ctx -> Answers.ok(ctx, stats.handle(Gate.caller(ctx))), "/api/v1/stats");
    }
}
