package io.chatsphere.adapter.http.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names each request, so that an answer can be found in the log. */
public final class RequestIds {
    /** The header that carries the name, both ways. */
    public static final String HEADER = "X-Request-ID";

    private static final String ATTRIBUTE = RequestIds.class.getName();
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private RequestIds() {}

    /** The name of a request: the client's own if it is harmless. The answer carries it too from the first call on. */
    public static String of(Context ctx) {
        String known = ctx.attribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        String id = of(Optional.ofNullable(ctx.header(HEADER)));
        ctx.attribute(ATTRIBUTE, id);
        ctx.header(HEADER, id);
        return id;
    }

    /** The name for a request that came with this header. */
    public static String of(Optional<String> header) {
        return header.filter(text -> HARMLESS.matcher(text).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
