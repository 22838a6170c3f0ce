package io.chatsphere.adapter.http.web;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;

/** Writes answers. What the API says is of the moment and may be private: no cache keeps it. */
public final class Answers {
    private Answers() {}

    /** Answers 200 with a body. */
    public static void ok(Context ctx, Object body) {
        send(ctx, HttpStatus.OK, body);
    }

    /** Answers 204: it was done, and there is nothing to say. */
    public static void none(Context ctx) {
        ctx.status(HttpStatus.NO_CONTENT).header(Header.CACHE_CONTROL, "no-store");
    }

    /** Says that the answer depends on a header of the request, too. */
    public static void varyBy(Context ctx, String header) {
        String others = ctx.res().getHeader(Header.VARY);
        ctx.header(Header.VARY, others == null ? header : others + ", " + header);
    }

    /** Answers with a status and a body. */
    public static void send(Context ctx, HttpStatus status, Object body) {
        ctx.status(status)
                .header(Header.CACHE_CONTROL, "no-store")
                .contentType(ContentType.APPLICATION_JSON)
                .result(Json.write(body));
    }
}
