package io.chatsphere.adapter.http.health;

import io.chatsphere.adapter.http.web.Access;
import io.chatsphere.adapter.http.web.Answers;
import io.chatsphere.adapter.http.web.Feature;
import io.chatsphere.adapter.http.web.Routes;
import io.chatsphere.application.health.HealthCheck;
import io.chatsphere.application.health.HealthCheck.Status;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Tells how the server and its parts are; 503 where it, or the part asked for, does not work. */
public final class HealthRoutes implements Feature {
    private final List<HealthCheck> checks;
    private final IntSupplier connections;
    private final BooleanSupplier draining;
    private final String version;
    private final Clock clock;

    /**
     * Over these.
     *
     * @param connections how many live connections this node has
     * @param draining whether it is about to end
     */
    public HealthRoutes(
            List<HealthCheck> checks, IntSupplier connections, BooleanSupplier draining, String version, Clock clock) {
        this.checks = List.copyOf(checks);
        this.connections = connections;
        this.draining = draining;
        this.version = version;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get(Access.UNCOUNTED, this::all, "/health");
        routes.get(Access.UNCOUNTED, ctx -> one(ctx, Part.DATABASE), "/health/db");
        routes.get(Access.UNCOUNTED, ctx -> one(ctx, Part.REDIS), "/health/redis");
        routes.get(Access.UNCOUNTED, HealthRoutes::live, "/health/live");
        routes.get(Access.UNCOUNTED, this::ready, "/health/ready");
    }

    private void all(Context ctx) {
        List<Part> parts = ask();
        Status status = worst(parts);
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        parts.forEach(part -> services.put(part.name(), part.body()));
        Map<String, Object> socket = new LinkedHashMap<>();
        socket.put("status", Part.spelled(Status.HEALTHY));
        socket.put("active_connections", connections.getAsInt());
        services.put("websocket", socket);
        answer(ctx, status, new HealthBody(Part.spelled(status), clock.instant(), version, services));
    }

    private void one(Context ctx, String name) {
        Part part = Part.ask(name, checks);
        answer(ctx, part.health().status(), part.body());
    }

    /** That the process answers at all; whoever restarts it asks nothing else, since a restart heals no database. */
    private static void live(Context ctx) {
        answer(ctx, Status.HEALTHY, Map.of("status", Part.spelled(Status.HEALTHY)));
    }

    /** Whether requests should come here. */
    private void ready(Context ctx) {
        Status status = draining.getAsBoolean() ? Status.UNHEALTHY : worst(ask());
        answer(ctx, status, Map.of("status", Part.spelled(status)));
    }

    private List<Part> ask() {
        return Stream.concat(
                        Stream.of(Part.DATABASE, Part.REDIS), checks.stream().map(HealthCheck::name))
                .distinct()
                .map(name -> Part.ask(name, checks))
                .toList();
    }

    private static Status worst(List<Part> parts) {
        return Collections.max(parts.stream().map(Part::weight).toList());
    }

    private static void answer(Context ctx, Status status, Object body) {
        Answers.send(ctx, status == Status.UNHEALTHY ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK, body);
    }
}
