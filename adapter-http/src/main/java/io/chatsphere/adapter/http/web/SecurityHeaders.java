package io.chatsphere.adapter.http.web;

import java.util.Map;

/** What every answer tells browsers. Pages, which load scripts and styles, say their own policy instead. */
public final class SecurityHeaders {
    /** Header by name. */
    public static final Map<String, String> ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private SecurityHeaders() {}
}
