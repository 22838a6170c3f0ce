package io.chatsphere.adapter.http.health;

import io.chatsphere.application.health.HealthCheck;
import io.chatsphere.application.health.HealthCheck.Health;
import io.chatsphere.application.health.HealthCheck.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A part of the server as it was found. */
record Part(String name, Health health) {
    static final String DATABASE = "database";
    static final String REDIS = "redis";

    /** What a part without a check is: a twin in this process. */
    private static final Health IN_MEMORY = new Health(Status.HEALTHY, Map.of("mode", "memory"));

    /** Asks the part of this name. */
    static Part ask(String name, List<HealthCheck> checks) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .map(check -> new Part(name, check.check()))
                .orElseGet(() -> new Part(name, IN_MEMORY));
    }

    /** What this part makes of the whole: without its database a server is no use, without any other part it limps. */
    Status weight() {
        return health.status() == Status.UNHEALTHY && !name.equals(DATABASE) ? Status.DEGRADED : health.status();
    }

    /** The part on the wire. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", spelled(health.status()));
        body.putAll(health.details());
        return body;
    }

    /** A status on the wire. */
    static String spelled(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
