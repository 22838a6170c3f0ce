package io.chatsphere.application.health;

import java.util.Map;

/** Asks one part whether it works. Cheap and repeatable; thread-safe; answers within a few seconds whatever happens. */
public interface HealthCheck {
    /** The part's name on the wire, such as {@code database}. */
    String name();

    /** How it is now; a failure is an answer, never an exception. */
    Health check();

    /** How well a part works. */
    enum Status {
        HEALTHY,
        DEGRADED,
        UNHEALTHY
    }

    /**
     * An answer.
     *
     * @param details more to be shown to strangers: no host names, no versions
     */
    record Health(Status status, Map<String, String> details) {
        public Health {
            details = Map.copyOf(details);
        }

        /** An answer without details. */
        public static Health of(Status status) {
            return new Health(status, Map.of());
        }
    }
}
