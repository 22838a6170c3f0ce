package io.chatsphere.adapter.http.health;

import java.time.Instant;
import java.util.Map;

/**
 * How the server is.
 *
 * @param status the worst of its parts, as far as it depends on them
 * @param services status and details by part
 */
record HealthBody(String status, Instant timestamp, String version, Map<String, Map<String, Object>> services) {}
