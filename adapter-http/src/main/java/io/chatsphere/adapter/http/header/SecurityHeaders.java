package io.chatsphere.adapter.http.header;

import java.util.Map;

/** What answers tell browsers. */
final class SecurityHeaders {
    /** Header by name. Pages, which load scripts and styles, say a policy of their own instead. */
    static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    /** For clients that came over TLS: for a year they shall not come without. */
    static final Map<String, String> OVER_TLS = Map.of("Strict-Transport-Security", "max-age=31536000");

    private SecurityHeaders() {}
}
