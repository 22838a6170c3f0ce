package io.chatsphere.adapter.http.header;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets pages of other origins read answers (the Fetch standard's CORS protocol). An origin that is listed is named and may
 * send credentials. A wildcard among them lets every other page read too, but without credentials: browsers refuse both
 * together, and naming whoever asks would let any page act for its visitor. Our own clients need none: their token is in a
 * header. Thread-safe.
 */
final class Cors {
    private static final String ANY = "*";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String EXPOSED =
            "X-Request-ID, RateLimit, RateLimit-Policy, Retry-After, Location, WWW-Authenticate";
    /** For so many seconds a browser need not ask again. */
    private static final String MAX_AGE = "3600";

    private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9_, -]{1,500}");

    private final Set<String> origins;

    Cors(List<String> origins) {
        this.origins = new HashSet<>(origins);
    }

    /** What every answer to a page of this origin carries; all of them differ by it once there is a list. */
    Map<String, String> headers(Optional<String> origin) {
        if (origins.isEmpty()) {
            return Map.of();
        }
        Map<String, String> headers = new HashMap<>(Map.of(Header.VARY, Header.ORIGIN));
        origin.ifPresent(page -> {
            if (origins.contains(page)) {
                headers.put(Header.ACCESS_CONTROL_ALLOW_ORIGIN, page);
                headers.put(Header.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
                headers.put(Header.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            } else if (origins.contains(ANY)) {
                headers.put(Header.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
                headers.put(Header.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            }
        });
        return headers;
    }

    /**
     * Answers a browser that asks whether a page may make a request, and nothing else is run then. A page that may not is told
     * so by an answer without these headers, the usual one of the address.
     */
    void answerPreflight(Context ctx) {
        boolean preflight =
                ctx.method().equals(HandlerType.OPTIONS) && ctx.header(Header.ACCESS_CONTROL_REQUEST_METHOD) != null;
        if (!preflight || ctx.res().getHeader(Header.ACCESS_CONTROL_ALLOW_ORIGIN) == null) {
            return;
        }
        ctx.header(Header.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        ctx.header(Header.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
        ctx.header(Header.VARY, Header.ORIGIN + ", " + Header.ACCESS_CONTROL_REQUEST_HEADERS);
        Optional.ofNullable(ctx.header(Header.ACCESS_CONTROL_REQUEST_HEADERS))
                .filter(names -> HEADER_NAMES.matcher(names).matches())
                .ifPresent(names -> ctx.header(Header.ACCESS_CONTROL_ALLOW_HEADERS, names));
        ctx.status(HttpStatus.NO_CONTENT);
        ctx.skipRemainingHandlers();
    }
}
